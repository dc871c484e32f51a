// expect: literal/syntax 2-3
<!-- x
export default {};
