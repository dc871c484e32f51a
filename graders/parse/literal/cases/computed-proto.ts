export default {
  // expect: literal/not-data 4-15
  ['__proto__']: { admin: true },
};
