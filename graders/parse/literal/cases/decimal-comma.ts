export default { a: 1,5 }; // expect: literal/syntax 21-24
