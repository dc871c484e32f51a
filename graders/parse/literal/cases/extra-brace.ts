export default { a: 1 } }; // expect: literal/syntax 25-26
