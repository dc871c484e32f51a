// expect: literal/not-data 1-25
declare const a: number;
export default {};
