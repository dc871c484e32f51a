export default {
  // expect: literal/not-data 11-19
  orden: [...pasos],
};
