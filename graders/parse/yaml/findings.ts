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
      es: 'La sangría de esta línea no encaja con la de las líneas de su mismo nivel.',
      en: 'The indentation of this line does not match the lines at its level.',
    },
    unclosedQuote: {
      es: 'Estas comillas no se cierran.',
      en: 'This quote is never closed.',
    },
    unclosedFlow: {
      es: 'Este corchete o esta llave no se cierra.',
      en: 'This bracket or brace is never closed.',
    },
    missingColon: {
      es: 'Aquí se esperaba `clave: valor`, y no hay dos puntos seguidos de un espacio.',
      en: 'A `key: value` was expected here, and there is no colon followed by a space.',
    },
    nestedMapping: {
      es: 'Hay dos `clave: valor` en la misma línea. Si el valor contiene «: », escríbelo entre comillas; si no, pásalo a otra línea.',
      en: 'There are two `key: value` pairs on one line. If the value contains ": ", quote it; otherwise move it to its own line.',
    },
    unknownAlias: {
      es: 'El alias `*{alias}` no tiene ninguna ancla `&{alias}` delante.',
      en: 'The alias `*{alias}` has no anchor `&{alias}` before it.',
    },
    customTag: {
      es: 'La etiqueta de tipo `{tag}` no se admite en un manifiesto.',
      en: 'The tag `{tag}` is not allowed in a manifest.',
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
  },
});
