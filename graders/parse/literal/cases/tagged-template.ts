export default {
  // expect: literal/not-data 6-19
  a: String.raw`x`,
};
