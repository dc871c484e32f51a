export default {
  // expect: literal/not-data 3-14
  set a(v) {},
};
