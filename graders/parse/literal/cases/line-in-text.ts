export default {
  // expect: literal/syntax 6-7
  a: 'dos
líneas',
};
