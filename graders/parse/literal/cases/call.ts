export default {
  // expect: literal/not-data 6-34
  a: fetch('http://ejemplo.org/'),
};
