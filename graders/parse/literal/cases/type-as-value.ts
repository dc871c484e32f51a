// expect: literal/not-data 1-17
type A = number;
// expect: literal/not-data 16-17
export default A;
