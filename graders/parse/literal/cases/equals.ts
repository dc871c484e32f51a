export default { a = 1 }; // expect: literal/syntax 20-21
