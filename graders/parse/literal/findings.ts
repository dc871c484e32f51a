import { descriptor } from '../../core/finding.ts';

export const syntax = descriptor({
  id: 'literal/syntax',
  severity: 'error',
  title: { es: 'La respuesta no se puede leer', en: 'The answer cannot be read' },
  messages: {
    unexpected: {
      es: 'Aquí no se esperaba `{found}`.',
      en: '`{found}` was not expected here.',
    },
    unexpectedEnd: {
      es: 'El fichero termina antes de tiempo: falta cerrar `{open}`, abierto en la línea {line}.',
      en: 'The file ends too soon: `{open}`, opened on line {line}, is never closed.',
    },
    unfinished: {
      es: 'El fichero termina antes de tiempo: aquí falta un valor.',
      en: 'The file ends too soon: a value is missing here.',
    },
    missingComma: {
      es: 'Falta una coma delante de `{found}`.',
      en: 'A comma is missing before `{found}`.',
    },
    missingValue: {
      es: 'Aquí falta un valor, delante de `{found}`.',
      en: 'A value is missing here, before `{found}`.',
    },
    unclosedString: {
      es: 'Estas comillas no se cierran en su línea.',
      en: 'This quote is not closed on its line.',
    },
    unclosedTemplate: {
      es: 'Este acento grave no se cierra.',
      en: 'This backtick is never closed.',
    },
    unclosedComment: {
      es: 'Este comentario no se cierra con `*/`.',
      en: 'This comment is not closed with `*/`.',
    },
    typographicQuote: {
      es: 'La comilla `{found}` es tipográfica. En el código se usan comillas rectas: `\'` o `"`.',
      en: '`{found}` is a typographic quote. Code uses straight quotes: `\'` or `"`.',
    },
    semicolon: {
      es: 'Entre un apartado y el siguiente va una coma, no un punto y coma.',
      en: 'A comma separates one entry from the next, not a semicolon.',
    },
    equals: {
      es: 'Entre la clave y su valor van dos puntos, no `=`.',
      en: 'A colon separates the key from its value, not `=`.',
    },
    hyphenKey: {
      es: 'La clave `{key}` lleva un guion, así que se escribe entre comillas: `{quoted}`.',
      en: 'The key `{key}` contains a hyphen, so it is written in quotes: `{quoted}`.',
    },
    quoteInside: {
      es: 'Las comillas se cierran justo antes de `{found}`. Si el texto las contiene, enciérralo con acentos graves.',
      en: 'The quotes end right before `{found}`. If the text contains them, enclose it in backticks.',
    },
    decimalComma: {
      es: 'En el código los decimales llevan punto, no coma: `{number}`.',
      en: 'In code decimals take a point, not a comma: `{number}`.',
    },
    unreadable: {
      es: 'Aquí hay algo que no es TypeScript: `{found}`.',
      en: 'There is something here that is not TypeScript: `{found}`.',
    },
  },
});

export const notData = descriptor({
  id: 'literal/not-data',
  severity: 'error',
  title: { es: 'La respuesta contiene algo que no es un dato', en: 'The answer contains something that is not data' },
  messages: {
    identifier: {
      es: '`{code}` es un nombre, no un valor. Si es un texto, escríbelo entre comillas.',
      en: '`{code}` is a name, not a value. If it is a text, put it in quotes.',
    },
    call: {
      es: '`{code}` habría que ejecutarlo, y la respuesta solo se lee. Escribe su resultado.',
      en: '`{code}` would have to be run, and the answer is only read. Write its result.',
    },
    operator: {
      es: '`{code}` es una operación. Escribe el valor que da.',
      en: '`{code}` is an operation. Write the value it gives.',
    },
    interpolation: {
      es: 'El texto contiene `{code}`, que habría que calcular. Escribe el texto completo.',
      en: 'The text contains `{code}`, which would have to be computed. Write the whole text.',
    },
    spread: {
      es: '`{code}` copia otros datos. Escribe aquí los que hagan falta.',
      en: '`{code}` copies other data. Write here what is needed.',
    },
    function: {
      es: '`{code}` es código. En la respuesta solo caben valores.',
      en: '`{code}` is code. Only values fit in the answer.',
    },
    computedKey: {
      es: 'La clave `{code}` se calcula. Escríbela tal cual, sin corchetes.',
      en: 'The key `{code}` is computed. Write it as it is, without brackets.',
    },
    hole: {
      es: 'Entre estas comas falta un valor.',
      en: 'A value is missing between these commas.',
    },
    value: {
      es: '`{code}` no es un dato de los que se admiten: textos, números, `true`, `false`, `null`, listas y objetos.',
      en: '`{code}` is not accepted data, which is: strings, numbers, `true`, `false`, `null`, arrays and objects.',
    },
    valueImport: {
      es: 'Solo se pueden importar tipos: `import type { … } from …`.',
      en: 'Only types can be imported: `import type { … } from …`.',
    },
    statement: {
      es: '`{code}` sobra: la respuesta es un solo `export default` con los datos dentro.',
      en: '`{code}` does not belong here: the answer is a single `export default` with the data in it.',
    },
    named: {
      es: 'Los datos van dentro de `export default { … }`, sin pasar por la variable `{code}`.',
      en: 'The data goes inside `export default { … }`, not through the variable `{code}`.',
    },
    secondDefault: {
      es: 'Hay un segundo `export default`. La respuesta es una sola.',
      en: 'There is a second `export default`. There is only one answer.',
    },
    noDefault: {
      es: 'Falta `export default`, que es donde va la respuesta.',
      en: '`export default`, which holds the answer, is missing.',
    },
  },
});

export const forbiddenKey = descriptor({
  id: 'literal/forbidden-key',
  severity: 'error',
  title: { es: 'Una clave no está permitida', en: 'A key is not allowed' },
  messages: {
    key: {
      es: 'La clave `{key}` tiene un significado especial en JavaScript y no puede ser un dato.',
      en: 'The key `{key}` has a special meaning in JavaScript and cannot be data.',
    },
  },
});

export const duplicateKey = descriptor({
  id: 'literal/duplicate-key',
  severity: 'error',
  title: { es: 'Una clave aparece dos veces', en: 'A key appears twice' },
  messages: {
    duplicate: {
      es: 'La clave `{key}` ya está en este objeto, en la línea {firstLine}. Solo puede aparecer una vez.',
      en: 'The key `{key}` is already in this object, on line {firstLine}. It may appear only once.',
    },
  },
});

export const tooDeep = descriptor({
  id: 'literal/too-deep',
  severity: 'error',
  title: { es: 'La respuesta tiene demasiados niveles', en: 'The answer is nested too deeply' },
  messages: {
    nesting: {
      es: 'A partir de aquí la respuesta supera los {limit} niveles de anidamiento que se leen.',
      en: 'From here on the answer is nested deeper than the {limit} levels that are read.',
    },
    chain: {
      es: 'Aquí se encadenan o se anidan más de {limit} operaciones, y no se lee más. Una respuesta es solo datos.',
      en: 'More than {limit} operations are chained or nested here, and no more is read. An answer is only data.',
    },
    effort: {
      es: 'Lo escrito hasta aquí se puede entender de tantas maneras que se deja de leer. Una respuesta es solo datos.',
      en: 'What is written up to here can be understood in so many ways that reading stops. An answer is only data.',
    },
  },
});

export const tooLarge = descriptor({
  id: 'literal/too-large',
  severity: 'error',
  title: { es: 'La respuesta es demasiado grande', en: 'The answer is too large' },
  messages: {
    size: {
      es: 'El fichero tiene {size} caracteres; se leen como mucho {limit}.',
      en: 'The file has {size} characters; at most {limit} are read.',
    },
  },
});
