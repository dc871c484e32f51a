// expect: literal/not-data 1-18
await fetch('x');
export default {};
