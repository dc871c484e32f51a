export default {
  a: { __proto__: { admin: true } }, // expect: literal/forbidden-key 8-17
  b: { '__proto__': 1 }, // expect: literal/forbidden-key 8-19
};
