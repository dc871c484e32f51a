export default {
  1: 'a',
  // expect: literal/duplicate-key 3-6
  '1': 'b',
};
