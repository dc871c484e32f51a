export default {
  // expect: literal/not-data 6-15
  a: undefined,
};
