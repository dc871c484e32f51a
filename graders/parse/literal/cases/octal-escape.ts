export default {
  // expect: literal/syntax 7-8
  a: '\01',
};
