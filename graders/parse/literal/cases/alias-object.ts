// expect: literal/not-data 1-26
const risa = { a: 'ja' };
// expect: literal/not-data 21-25
// expect: literal/not-data 30-34
export default { b: risa, c: risa };
