export default {
  a: 1,
  // expect: literal/duplicate-key 3-6
  'a': 2,
};
