export default {
  // expect: literal/not-data 4-7
  ['a']: 1,
};
