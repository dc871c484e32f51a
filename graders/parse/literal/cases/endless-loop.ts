// expect: literal/not-data 1-16
while (true) {}
export default {};
