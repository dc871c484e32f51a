import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One `import … from` (or re-export) of a file under `graders/`. */
export interface Import {
  readonly from: string;
  /** A path under `graders/` for the project's own files, a package name otherwise. */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The imports of every file of the graders that is not a test. */
export function importsOf(graders: string): readonly Import[] {
  return readdirSync(graders, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/cases/'))
    .flatMap((from) =>
      [...readFileSync(join(graders, from), 'utf8').matchAll(statement)].map(([, type, target, dynamic]) => {
        const name = target ?? dynamic ?? '';
        const own = name.startsWith('.');
        const to = own ? posix.join(dirname(from), name) : name;
        return { from, to, own, typeOnly: type !== undefined };
      }),
    );
}
