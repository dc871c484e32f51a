export default {
  // expect: literal/not-data 10-22
  orden: ['a', , 'b'],
};
