// expect: literal/not-data 1-27
module.exports = { a: 1 };
