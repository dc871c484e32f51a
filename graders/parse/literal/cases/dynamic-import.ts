export default {
  // expect: literal/not-data 6-23
  a: import('node:fs'),
};
