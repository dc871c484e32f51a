// expect: literal/not-data 1-22
throw new Error('x');
export default {};
