export default { a: 1; b: 2 }; // expect: literal/syntax 22-23
