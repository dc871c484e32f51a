// expect: literal/not-data 1-26
import fs from 'node:fs';
export default {};
