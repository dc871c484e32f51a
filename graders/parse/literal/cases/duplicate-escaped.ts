export default {
  a: 1,
  // expect: literal/duplicate-key 3-9
  '\x61': 2,
};
