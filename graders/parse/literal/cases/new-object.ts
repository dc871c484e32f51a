export default {
  // expect: literal/not-data 6-20
  a: new Array(1e9),
};
