export default {
  // expect: literal/not-data 6-10
  a: this,
};
