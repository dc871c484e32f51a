export default {
  // expect: literal/not-data 3-24
  get a() { return 1; },
};
