export default { a: , b: 1 }; // expect: literal/syntax 21-22
