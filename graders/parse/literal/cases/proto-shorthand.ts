export default {
  // expect: literal/not-data 3-12
  __proto__,
};
