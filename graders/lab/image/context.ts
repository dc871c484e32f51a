import type { Source } from '../../core/source.ts';
import { glob } from '../machine/index.ts';

/** A file of the build context. */
export interface ContextFile extends Source {
  /** Permission bits; 0o644 when nobody says. */
  readonly mode?: number;
  /** Bytes, where the text does not tell: a large file, or one that is no text. */
  readonly size?: number;
}

/**
 * Whether `.dockerignore` keeps a path out of the build. The last pattern that matches decides.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function ignoreRules(context: readonly ContextFile[], dockerfilePath: string): (path: string) => boolean {
  const own = context.find(({ path }) => path === `${dockerfilePath}.dockerignore`);
  const file = own ?? context.find(({ path }) => path === '.dockerignore');
  const lines = (file?.text ?? '').replace(/^\uFEFF/, '').split(/\r?\n/);
  return pathRules(lines.flatMap((line) => (line.startsWith('#') || line.trim() === '' ? [] : [line.trim()])));
}

/**
 * Whether patterns hide a path: the last one that matches it, or a directory it is in, decides; `!` shows it again. A `!`
 * on a directory counts for what is below only if something before it hides that very directory.
 * @param written as in a line of `.dockerignore` or in `COPY --exclude`
 */
export function pathRules(written: readonly string[]): (path: string) => boolean {
  const patterns = written.flatMap((text) => {
    const shows = text.startsWith('!');
    const pattern = cleaned(shows ? text.slice(1).trim() : text);
    return pattern === '' ? [] : [{ shows, pattern: glob(pattern) }];
  });
  return (path) => {
    let hidden = false;
    let above = patterns.map(() => false);
    for (const part of prefixes(path)) {
      hidden = false;
      above = patterns.map(({ shows, pattern }, index) => {
        const matched = above[index] || (shows === hidden && pattern.test(part));
        if (matched) hidden = !shows;
        return matched;
      });
    }
    return hidden;
  };
}

/** Without `.`, repeated slashes and inner `..`; a `..` that leaves the context stays, and matches nothing. */
function cleaned(pattern: string): string {
  const parts: string[] = [];
  const isAbsolute = pattern.startsWith('/');
  for (const part of pattern.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' ? !isAbsolute : part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A path and the directories it is in: a pattern that matches one of them matches the path. */
function prefixes(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
