export default {
  // expect: literal/not-data 6-21
  a: import.meta.url,
};
