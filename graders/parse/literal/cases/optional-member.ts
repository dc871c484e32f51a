export default {
  // expect: literal/not-data 6-25
  a: globalThis?.process,
};
