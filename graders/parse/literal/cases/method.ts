export default {
  // expect: literal/not-data 3-20
  a() { return 1; },
};
