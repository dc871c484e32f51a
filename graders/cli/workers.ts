import { join } from 'node:path';

/** The file that worker threads of a command begin with. @param home absolute path of Timonel */
export const workerEntry = (home: string): string => join(home, 'graders/cli/worker.mjs');
