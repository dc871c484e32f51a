// expect: literal/not-data 1-14
@a class B {}
export default {};
