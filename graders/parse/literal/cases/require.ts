// expect: literal/not-data 1-31
const fs = require('node:fs');
// expect: literal/not-data 21-23
export default { a: fs };
