export default {
  // expect: literal/not-data 6-13
  a: () => 1,
};
