// expect: literal/not-data 1-10
debugger;
export default {};
