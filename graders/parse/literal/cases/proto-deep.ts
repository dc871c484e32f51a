export default {
  // expect: literal/forbidden-key 14-25
  a: [{ b: { "__proto__": null } }],
};
