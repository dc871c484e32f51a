export default {
  // expect: literal/not-data 6-12
  a: void 0,
};
