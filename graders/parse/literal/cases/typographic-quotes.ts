export default { a: “uno” }; // expect: literal/syntax 21-22
