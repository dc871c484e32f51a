export default {
  // expect: literal/not-data 7-24
  a: `${process.exit()}`,
};
