export default {
  // expect: literal/not-data 6-22
  a: 'ver' + 'dadero',
};
