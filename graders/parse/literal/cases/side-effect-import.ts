// expect: literal/not-data 1-22
import './trampa.js';
export default {};
