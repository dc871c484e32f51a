export default {
  // expect: literal/not-data 6-14
  a: \u0061bc,
};
