export default {
  // expect: literal/not-data 7-14
  a: `${`${1}`}`,
};
