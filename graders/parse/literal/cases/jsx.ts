// expect: literal/not-data 24-28
export default <a>hola</a>;
