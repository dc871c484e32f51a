import type { Source } from '../../core/source.ts';
import { glob } from './glob.ts';

/** A file of the build context. */
export interface ContextFile extends Source {
  /** Permission bits; 0o644 when nobody says. */
  readonly mode?: number;
}

/**
 * Whether `.dockerignore` keeps a path out of the build. The last pattern that matches decides.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function ignoreRules(context: readonly ContextFile[], dockerfilePath: string): (path: string) => boolean {
  const own = context.find(({ path }) => path === `${dockerfilePath}.dockerignore`);
  const file = own ?? context.find(({ path }) => path === '.dockerignore');
  const patterns = (file?.text ?? '').split(/\r?\n/).flatMap((line) => {
    const text = line.startsWith('#') ? '' : line.trim();
    if (text === '' || text === '!') return [];
    const keeps = text.startsWith('!');
    return [{ keeps, matches: glob(cleaned(keeps ? text.slice(1).trim() : text)) }];
  });
  return (path) => {
    let ignored = false;
    for (const { keeps, matches } of patterns) if (prefixes(path).some((part) => matches.test(part))) ignored = !keeps;
    return ignored;
  };
}

function cleaned(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A path and the directories it is in: a pattern that matches one of them matches the path. */
function prefixes(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
