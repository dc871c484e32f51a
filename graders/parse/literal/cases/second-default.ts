export default {};
export default {}; // expect: literal/not-data 1-19
