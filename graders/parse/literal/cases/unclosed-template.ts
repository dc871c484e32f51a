// expect: literal/syntax 21-22
export default { a: `uno };
