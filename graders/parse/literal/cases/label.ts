// expect: literal/not-data 1-21
a: for (;;) break a;
export default {};
