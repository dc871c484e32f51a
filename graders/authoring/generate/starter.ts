import { writeStarter } from './answer-types.ts';

/** `npm run starter 03-arquitectura-cluster`: the blank answer of a new theory exercise, from its spec. */
for (const folder of process.argv.slice(2)) writeStarter(process.cwd(), folder);
