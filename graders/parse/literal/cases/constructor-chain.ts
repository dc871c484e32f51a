export default {
  // expect: literal/not-data 6-52
  a: [].constructor.constructor('return process')(),
};
