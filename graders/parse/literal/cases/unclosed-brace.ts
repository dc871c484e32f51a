export default { // expect: literal/syntax 16-17
  a: [1, 2],
  b: { c: 1 },
