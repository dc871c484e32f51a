export default { a: 'it's' }; // expect: literal/syntax 25-26
