export default { a: `dos ${1 + 1} tres` }; // expect: literal/not-data 26-34
