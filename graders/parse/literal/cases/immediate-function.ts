export default {
  // expect: literal/not-data 6-17
  a: (() => 1)(),
};
