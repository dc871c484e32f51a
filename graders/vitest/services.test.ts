import { testSolutions } from './solutions.ts';

// Services run in processes of their own, which is mostly waiting: another worker does it meanwhile.
testSolutions((formats) => formats.includes('service'));
