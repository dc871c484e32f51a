// expect: literal/syntax 14-15
export default
