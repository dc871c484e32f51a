// expect: literal/syntax 1-5
with (Math) { }
export default {};
