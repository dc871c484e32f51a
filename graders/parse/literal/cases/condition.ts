export default {
  // expect: literal/not-data 6-18
  a: true ? 1 : 2,
};
