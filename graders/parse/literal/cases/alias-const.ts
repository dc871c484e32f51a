// expect: literal/not-data 1-19
const a = ['lol'];
const b = [a, a];
// expect: literal/not-data 16-17
export default b;
