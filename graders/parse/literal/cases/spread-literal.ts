export default {
  // expect: literal/not-data 3-14
  ...{ a: 1 },
};
