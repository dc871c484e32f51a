export default {
  // expect: literal/not-data 6-11
  a: 1 < 2,
};
