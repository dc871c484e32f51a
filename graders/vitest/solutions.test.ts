import { testSolutions } from './solutions.ts';

testSolutions((formats) => !formats.includes('service'));
