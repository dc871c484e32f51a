export default {
  // expect: literal/not-data 6-22
  a: await fetch('x'),
};
