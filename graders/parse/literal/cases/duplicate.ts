export default {
  'a': 1,
  b: { a: 1 },
  a: 2, // expect: literal/duplicate-key 3-4
};
