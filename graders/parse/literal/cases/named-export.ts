// expect: literal/not-data 1-20
export const a = 1;
export default {};
