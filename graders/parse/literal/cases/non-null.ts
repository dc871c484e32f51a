export default {
  // expect: literal/not-data 6-8
  a: b!,
};
