// expect: literal/not-data 1-24
export * from './otro';
export default {};
