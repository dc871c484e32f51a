export default {
  // expect: literal/not-data 6-14
  a: typeof 1,
};
