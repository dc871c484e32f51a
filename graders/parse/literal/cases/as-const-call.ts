// expect: literal/not-data 17-40
export default (Object.freeze({ a: 1 }) as const);
