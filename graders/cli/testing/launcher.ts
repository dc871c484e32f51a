import { join } from 'node:path';

/** The command as it is installed. */
export const launcher = join(process.cwd(), 'graders/cli/timonel.mjs');
