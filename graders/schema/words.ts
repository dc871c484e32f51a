import type { Text } from '../core/text.ts';

/** What a field expects, as it is said to a person. */
const expected = {
  text: { es: 'un texto', en: 'a string' },
  integer: { es: 'un número entero', en: 'a whole number' },
  number: { es: 'un número', en: 'a number' },
  boolean: { es: '`true` o `false`', en: '`true` or `false`' },
  list: { es: 'una lista', en: 'a list' },
  block: { es: 'un bloque de campos', en: 'a block of fields' },
  intOrText: { es: 'un número entero o un texto', en: 'a whole number or a string' },
  quantity: { es: 'una cantidad como `500m` o `1Gi`', en: 'a quantity such as `500m` or `1Gi`' },
} satisfies Record<string, Text>;

/** What was written instead. */
const found = {
  Text: { es: 'el texto `{found}`', en: 'the string `{found}`' },
  Number: { es: 'el número `{found}`', en: 'the number `{found}`' },
  Boolean: { es: 'el booleano `{found}`', en: 'the boolean `{found}`' },
  List: { es: 'una lista', en: 'a list' },
  Block: { es: 'un bloque de campos', en: 'a block of fields' },
} satisfies Record<string, Text>;

export type Expected = keyof typeof expected;
export type Found = keyof typeof found;
export type TypeMessage = `${Expected}Not${Found}`;

/** What to do about the frequent mistakes; the others say enough with what is expected and what is there. */
const advice: Partial<Record<TypeMessage, Text>> = {
  textNotNumber: { es: ' Escríbelo entre comillas: `"{found}"`.', en: ' Write it in quotes: `"{found}"`.' },
  textNotBoolean: { es: ' Escríbelo entre comillas: `"{found}"`.', en: ' Write it in quotes: `"{found}"`.' },
  listNotBlock: {
    es: ' Pon un guion delante de cada elemento (`- `).',
    en: ' Put a dash in front of each item (`- `).',
  },
  listNotText: {
    es: ' Cada elemento va en su línea con un guion delante (`- `), o todos entre corchetes.',
    en: ' Each item goes on its own line after a dash (`- `), or all of them in brackets.',
  },
  blockNotList: {
    es: ' Quita los guiones: aquí no hay varios.',
    en: ' Remove the dashes: there is only one of these.',
  },
  blockNotText: {
    es: ' Los campos van debajo, con más sangría.',
    en: ' The fields go below it, indented further.',
  },
};

/** Every pair of expectation and reality has one sentence in each language. */
export const typeMessages = Object.fromEntries(
  (Object.keys(expected) as Expected[]).flatMap((wanted) =>
    (Object.keys(found) as Found[]).map((written) => [`${wanted}Not${written}`, sentence(wanted, written)]),
  ),
) as Record<TypeMessage, Text>;

function sentence(wanted: Expected, written: Found): Text {
  const more = advice[`${wanted}Not${written}`];
  return {
    es: `\`{field}\` tiene que ser ${expected[wanted].es}, y aquí hay ${found[written].es}.${more?.es ?? ''}`,
    en: `\`{field}\` must be ${expected[wanted].en}, and here there is ${found[written].en}.${more?.en ?? ''}`,
  };
}
