import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether Timonel is installed as a package, built and without its sources. */
export const isPacked = (home: string): boolean =>
  existsSync(join(home, packedFolder, 'main.cjs')) && !existsSync(join(home, 'graders', 'cli', 'main.ts'));

/** What `npm pack` builds, from the folder of Timonel. */
export const packedFolder = 'dist';
