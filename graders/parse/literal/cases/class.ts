// expect: literal/not-data 16-23
export default class {
  a = 1;
// expect: literal/not-data 2-3
};
