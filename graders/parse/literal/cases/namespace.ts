// expect: literal/not-data 1-36
namespace A { export const b = 1; }
export default {};
