export default {
  // expect: literal/not-data 7-12
  a: (b = 1),
};
