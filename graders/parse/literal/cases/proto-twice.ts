export default { __proto__: 1, __proto__: 2 }; // expect: literal/forbidden-key 32-41
