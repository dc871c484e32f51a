export default {
  // expect: literal/syntax 10-16
  a: '\u{110000}',
};
