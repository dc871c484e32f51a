import { Respuesta } from './given/respuesta'; // expect: literal/not-data 1-47
import fs from 'node:fs'; // expect: literal/not-data 1-26
const respuesta: Respuesta = {};
export default respuesta; // expect: literal/not-data 16-25
export const otra = 1; // expect: literal/not-data 1-23
