export default {
  a: 'uno'
  b: 'dos', // expect: literal/syntax 3-4
};
