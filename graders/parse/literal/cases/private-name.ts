export default {
  // expect: literal/syntax 3-4
  #a: 1,
};
