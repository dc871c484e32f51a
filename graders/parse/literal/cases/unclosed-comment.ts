// expect: literal/syntax 19-21
export default {} /* fin
