export default { a: '\u{zz}' }; // expect: literal/syntax 25-27
