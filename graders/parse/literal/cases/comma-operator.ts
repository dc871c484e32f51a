export default {
  // expect: literal/not-data 7-11
  a: (1, 2),
};
