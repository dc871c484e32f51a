export default {
  // expect: literal/not-data 6-9
  a: 10n,
};
