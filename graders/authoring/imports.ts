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

/** What a module imports or passes on, as it names it. */
export const importsIn = (text: string): readonly string[] =>
  [...text.matchAll(statement)].map(([, , target, dynamic]) => target ?? dynamic ?? '');

/**
 * The imports of every file of a folder that is not a test.
 * @param folder `graders`, or one beside it
 */
export function importsOf(folder: string): readonly Import[] {
  const pathOf = (file: string): string => posix.relative('graders', posix.join(folder, file));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/cases/'))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(statement)].map(([, type, target, dynamic]) => {
        const name = target ?? dynamic ?? '';
        const own = name.startsWith('.');
        const to = own ? pathOf(posix.join(dirname(file), name)) : name;
        return { from: pathOf(file), to, own, typeOnly: type !== undefined };
      }),
    );
}
