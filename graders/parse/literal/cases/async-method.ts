export default {
  // expect: literal/not-data 3-15
  async a() {},
};
