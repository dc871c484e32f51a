export default {
  // expect: literal/not-data 6-21
  a: 'x'.repeat(1e9),
};
