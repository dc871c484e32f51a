// expect: literal/not-data 1-58
import { type Respuesta, leer } from './respuesta.types';
export default {};
