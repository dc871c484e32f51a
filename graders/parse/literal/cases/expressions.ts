import type { Respuesta } from './given/respuesta';

export default {
  a: verdadero, // expect: literal/not-data 6-15
  b: calcular(1), // expect: literal/not-data 6-17
  c: 1 + 2, // expect: literal/not-data 6-11
  d: otros.datos, // expect: literal/not-data 6-17
  ...otros, // expect: literal/not-data 3-11
  get e() { return 1; }, // expect: literal/not-data 3-24
  f() {}, // expect: literal/not-data 3-9
  ['g']: 1, // expect: literal/not-data 4-7
  h, // expect: literal/not-data 3-4
  i: [1, , 2, ...otros], // expect: literal/not-data 6-24 // expect: literal/not-data 15-23
  j: () => 1, // expect: literal/not-data 6-13
  k: 10n, // expect: literal/not-data 6-9
  l: undefined, // expect: literal/not-data 6-15
  m: new Date(), // expect: literal/not-data 6-16
  n: 1e999, // expect: literal/not-data 6-11
  o: !0, // expect: literal/not-data 6-8
  p: si ? 1 : 2, // expect: literal/not-data 6-16
} satisfies Respuesta;
