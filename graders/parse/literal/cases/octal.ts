export default {
  // expect: literal/syntax 6-10
  a: 0777,
};
