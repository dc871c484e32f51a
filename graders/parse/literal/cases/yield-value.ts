export default {
  // expect: literal/syntax 6-11
  a: yield,
};
