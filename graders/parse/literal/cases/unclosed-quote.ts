export default {
  a: 'uno, // expect: literal/syntax 6-7
};
