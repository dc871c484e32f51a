import { type ContextFile, ignoreRules } from '../context.ts';

/**
 * Whether BuildKit says of a path that `.dockerignore` keeps it out. It says so of none where the file makes exceptions, and of the
 * context itself only by `*`.
 */
export function ignoredIn(
  context: readonly ContextFile[],
  dockerfile: string,
): ((path: string) => boolean) | undefined {
  const file =
    context.find(({ path }) => path === `${dockerfile}.dockerignore`) ??
    context.find(({ path }) => path === '.dockerignore');
  const lines = file?.text.split(/\r?\n/).map((line) => line.trim()) ?? [];
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (patterns.length === 0 || patterns.some((line) => line.startsWith('!'))) return undefined;
  const ignored = ignoreRules(context, dockerfile);
  const everything = patterns.some((line) => line === '*' || line === '**' || line === '**/*');
  return (path) => (path === '.' || path === '/' ? everything : ignored(path.replace(/^\//, '')));
}
