export default {
  // expect: literal/not-data 3-10
  ...otro,
};
