// expect: literal/not-data 21-31
export default { a: /x['"]/ };
