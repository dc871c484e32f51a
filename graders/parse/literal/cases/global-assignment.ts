// expect: literal/not-data 1-18
globalThis.a = 1;
export default {};
