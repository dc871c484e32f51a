import { descriptor } from '../../core/finding.ts';

export const syntax = descriptor({
  id: 'yaml/syntax',
  severity: 'error',
  title: { es: 'El YAML no se puede leer', en: 'The YAML cannot be read' },
  messages: {
    invalid: {
      es: 'Este YAML no se puede leer: {problem}.',
      en: 'This YAML cannot be read: {problem}.',
    },
    tab: {
      es: 'Hay un tabulador en la sangría. YAML solo admite espacios para sangrar.',
      en: 'There is a tab in the indentation. YAML only allows spaces to indent.',
    },
    indentation: {
      es: 'Esta línea empieza en la columna {column}, pero los bloques abiertos hasta aquí empiezan en {columns:la columna|las columnas} {list}.',
      en: 'This line starts at column {column}, but the blocks open so far start at {columns:column|columns} {list}.',
    },
    tooFarRight: {
      es: 'Esta línea está más a la derecha que `{key}` (línea {line}), que ya tiene un valor. Si es su hermana, alinéala con ella.',
      en: 'This line is further right than `{key}` (line {line}), which already has a value. If it is its sibling, align them.',
    },
    listInMap: {
      es: 'Aquí empieza un elemento de lista (`-`), pero en este bloque se esperaba `clave: valor`. Revisa la sangría o la clave de la que cuelga la lista.',
      en: 'A list item (`-`) starts here, but this block expected `key: value`. Check the indentation, or the key the list hangs from.',
    },
    keyInList: {
      es: 'Aquí se esperaba otro elemento de la lista, que empieza por `- `. Si esta clave no es de la lista, revisa la sangría.',
      en: 'Another list item, which starts with `- `, was expected here. If this key is not part of the list, check the indentation.',
    },
    listSameLine: {
      es: 'Una lista con `-` empieza en la línea siguiente a su clave, no en la misma.',
      en: 'A list with `-` starts on the line after its key, not on the same one.',
    },
    dashSpace: {
      es: 'Falta un espacio después del guion: `- {text}`.',
      en: 'A space is missing after the dash: `- {text}`.',
    },
    colonSpace: {
      es: 'Falta un espacio después de los dos puntos: `{fixed}`.',
      en: 'A space is missing after the colon: `{fixed}`.',
    },
    commentSpace: {
      es: 'Falta un espacio delante de `#`, que empieza un comentario.',
      en: 'A space is missing before `#`, which starts a comment.',
    },
    missingColon: {
      es: 'Aquí se esperaba `clave: valor`, y no hay dos puntos seguidos de un espacio.',
      en: 'A `key: value` was expected here, and there is no colon followed by a space.',
    },
    missingComma: {
      es: 'Falta una coma delante de `{found}`.',
      en: 'A comma is missing before `{found}`.',
    },
    extraComma: {
      es: 'Esta coma sobra: no hay nada entre ella y la anterior.',
      en: 'This comma does not belong here: there is nothing between it and the previous one.',
    },
    nestedMapping: {
      es: 'Hay dos `clave: valor` en la misma línea. Si el valor contiene «: », escríbelo entre comillas; si no, pásalo a otra línea.',
      en: 'There are two `key: value` pairs on one line. If the value contains ": ", quote it; otherwise move it to its own line.',
    },
    unclosedQuote: {
      es: 'Estas comillas no se cierran.',
      en: 'This quote is never closed.',
    },
    quoteInside: {
      es: 'Las comillas se cierran justo antes de `{found}`. Si el texto las contiene, enciérralo con las del otro tipo.',
      en: 'The quotes end right before `{found}`. If the text contains them, enclose it in the other kind.',
    },
    afterValue: {
      es: 'El valor termina antes de `{found}`. Si forma parte de él, escribe todo el valor entre las mismas comillas.',
      en: 'The value ends before `{found}`. If it is part of it, write the whole value inside the same quotes.',
    },
    escape: {
      es: 'Entre comillas dobles, `{found}` no es ningún carácter. Escribe `\\\\` para una barra, o usa comillas simples.',
      en: 'Inside double quotes, `{found}` is no character. Write `\\\\` for a backslash, or use single quotes.',
    },
    unclosedFlow: {
      es: 'Este corchete o esta llave no se cierra.',
      en: 'This bracket or brace is never closed.',
    },
    extraClose: {
      es: 'Este `{found}` no cierra nada.',
      en: 'This `{found}` closes nothing.',
    },
    reservedStart: {
      es: 'Un texto sin comillas no puede empezar por «{found}». Escríbelo entre comillas.',
      en: 'A text without quotes cannot start with "{found}". Write it in quotes.',
    },
    star: {
      es: 'En YAML, `*` empieza un alias. Si quieres decir «cualquiera», escríbelo entre comillas: `"{found}"`.',
      en: 'In YAML, `*` starts an alias. If you mean "any", write it in quotes: `"{found}"`.',
    },
    unknownAlias: {
      es: 'El alias `*{alias}` no tiene ninguna ancla `&{alias}` delante.',
      en: 'The alias `*{alias}` has no anchor `&{alias}` before it.',
    },
    otherDocument: {
      es: 'El ancla `&{alias}` está en otro documento, y un alias solo ve las de su propio documento, entre dos `---`. Escribe aquí el valor, o pon otra vez el ancla.',
      en: 'The anchor `&{alias}` is in another document, and an alias only sees those of its own document, between two `---`. Write the value here, or set the anchor again.',
    },
    badMerge: {
      es: '`<<` mezcla las claves de otro objeto, y aquí no se le da ninguno.',
      en: '`<<` merges the keys of another object, and it is given none here.',
    },
    customTag: {
      es: 'La etiqueta de tipo `{tag}` no se admite en un manifiesto. Si es un texto, escríbelo entre comillas.',
      en: 'The tag `{tag}` is not allowed in a manifest. If it is a text, write it in quotes.',
    },
    complexKey: {
      es: 'Una clave tiene que ser un texto, y aquí hay un objeto, una lista o nada.',
      en: 'A key must be a text, and here there is an object, a list or nothing.',
    },
    notANumber: {
      es: '`{found}` no es un número que el clúster pueda guardar.',
      en: '`{found}` is not a number the cluster can store.',
    },
    blockHeader: {
      es: 'Detrás de `|` o de `>` no puede ir texto: el texto empieza en la línea siguiente, con más sangría.',
      en: 'No text may follow `|` or `>`: the text starts on the next line, further to the right.',
    },
    separator: {
      es: 'Los documentos se separan con tres guiones, `---`, solos en su línea.',
      en: 'Documents are separated by three dashes, `---`, alone on their line.',
    },
    template: {
      es: 'Aquí hay una plantilla (`{open}…{close}`), como las de Helm. Escribe el manifiesto con sus valores puestos.',
      en: 'There is a template here (`{open}…{close}`), as in Helm. Write the manifest with its values filled in.',
    },
    fence: {
      es: 'La marca de bloque de código sobra: el fichero contiene solo el YAML.',
      en: 'The code block mark does not belong here: the file contains only the YAML.',
    },
    control: {
      es: 'Hay un carácter que no es texto ({code}). Guarda el fichero como texto en UTF-8.',
      en: 'There is a character that is not text ({code}). Save the file as text in UTF-8.',
    },
    hardSpace: {
      es: 'Esta línea empieza con espacios duros, que no cuentan como sangría. Cámbialos por espacios normales.',
      en: 'This line starts with no-break spaces, which do not count as indentation. Change them to normal spaces.',
    },
  },
});

export const duplicateKey = descriptor({
  id: 'yaml/duplicate-key',
  severity: 'error',
  title: { es: 'Una clave aparece dos veces', en: 'A key appears twice' },
  messages: {
    duplicate: {
      es: 'La clave `{key}` ya está en este mismo bloque, en la línea {firstLine}. Solo puede aparecer una vez.',
      en: 'The key `{key}` is already in this same block, on line {firstLine}. It may appear only once.',
    },
  },
});

export const tooDeep = descriptor({
  id: 'yaml/too-deep',
  severity: 'error',
  title: { es: 'El YAML tiene demasiados niveles', en: 'The YAML is nested too deeply' },
  messages: {
    nesting: {
      es: 'A partir de aquí el YAML supera los {limit} niveles de anidamiento que se leen.',
      en: 'From here on the YAML is nested deeper than the {limit} levels that are read.',
    },
  },
});

export const aliasBomb = descriptor({
  id: 'yaml/alias-bomb',
  severity: 'error',
  title: { es: 'Los alias multiplican el documento', en: 'Aliases multiply the document' },
  messages: {
    expansion: {
      es: 'Con sus alias, este documento pasaría de {limit} nodos. Escribe los valores sin encadenar alias.',
      en: 'With its aliases this document would exceed {limit} nodes. Write the values without chaining aliases.',
    },
    cycle: {
      es: 'El alias `*{alias}` está dentro de su propia ancla, y no tendría fin.',
      en: 'The alias `*{alias}` is inside its own anchor, and would never end.',
    },
  },
});
