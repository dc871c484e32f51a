// expect: literal/not-data 1-13
enum A { B }
export default {};
