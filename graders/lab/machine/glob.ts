/** A pattern of paths. It answers in a time that grows with the pattern and the path, whatever they are. */
export interface PathPattern {
  test(path: string): boolean;
}

/** One step of a pattern: a test of one character, which `many` lets pass any number of times, none included. */
interface Step {
  readonly allows: (char: string) => boolean;
  readonly many: boolean;
  /** Where one may go from the beginning of this step without a character: the end of an optional part. */
  readonly skipTo?: number;
}

/**
 * Go's `filepath.Match`: `*` and `?` stay inside one directory. A pattern that is none matches nothing.
 * @param deep `**` stands for any number of directories, none included, as in `.dockerignore`, `--exclude` and `--parents`;
 *   the sources of a `COPY` know no such thing
 */
export function glob(pattern: string, deep = true): PathPattern {
  const steps = stepsOf(pattern, deep);
  return { test: (path) => steps !== undefined && matches(steps, path) };
}

const anything = () => true;
const nothing = () => false;
const inName = (char: string) => char !== '/';

/** Any number of directories. One may leave it only at its beginning or after a slash. */
const directories = (at: number): readonly Step[] => [
  { allows: nothing, many: true, skipTo: at + 3 },
  { allows: anything, many: true },
  { allows: (char) => char === '/', many: false },
];

function stepsOf(pattern: string, deep: boolean): readonly Step[] | undefined {
  const steps: Step[] = [];
  const parts = [...pattern.matchAll(/\*\*\/?|\*|\?|\[\^?(?:\\.|[^\]/])+\]|\\([\s\S])|[\s\S]/gu)];
  for (const { 0: part, 1: escaped, index } of parts) {
    if (part.startsWith('**') && deep) {
      const rest = pattern.slice(index + part.length);
      // At the beginning and before plain text, `**.py` is any path with that end.
      const isFree = rest === '' || (part === '**' && index === 0 && !/[*?[\\]/.test(rest));
      steps.push(...(isFree ? [{ allows: anything, many: true }] : directories(steps.length)));
    } else if (part.startsWith('*')) {
      steps.push({ allows: inName, many: true });
      if (part.endsWith('/')) steps.push({ allows: (char) => char === '/', many: false });
    } else if (part === '?') steps.push({ allows: inName, many: false });
    else if (part.length > 1 && part.startsWith('[')) {
      const allows = characterClass(part);
      if (!allows) return undefined;
      steps.push({ allows, many: false });
    } else if (part === '[' || part === '\\') return undefined;
    else steps.push({ allows: (char) => char === (escaped ?? part), many: false });
  }
  return steps;
}

/** `[a-z]`, `[^abc]`: a set of characters, without the `/`. A `-` of its own is escaped. */
function characterClass(part: string): Step['allows'] | undefined {
  const negated = part.startsWith('[^');
  const inside = part.slice(negated ? 2 : 1, -1);
  if (!/^(?:(?:\\.|[^\\-])(?:-(?:\\.|[^\\-]))?)+$/u.test(inside)) return undefined;
  const ranges = [...inside.matchAll(/(\\.|[^\\-])(?:-(\\.|[^\\-]))?/gu)].map(
    ([, from = '', to = from]) => [lastOf(from), lastOf(to)] as const,
  );
  return (char) => char !== '/' && ranges.some(([from, to]) => from <= char && char <= to) !== negated;
}

const lastOf = (text: string): string => [...text].at(-1) ?? '';

/** All the places in the pattern that a path may have reached are followed at once. */
function matches(steps: readonly Step[], path: string): boolean {
  let reached = closure(steps, [0]);
  for (const char of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = steps[at];
      if (step?.allows(char)) next.add(step.many ? at : at + 1);
    }
    if (next.size === 0) return false;
    reached = closure(steps, next);
  }
  return reached.has(steps.length);
}

/** A step that may be repeated may also be left out. */
function closure(steps: readonly Step[], from: Iterable<number>): Set<number> {
  const reached = new Set(from);
  for (const at of reached) {
    const step = steps[at];
    if (step?.many) reached.add(at + 1);
    if (step?.skipTo !== undefined) reached.add(step.skipTo);
  }
  return reached;
}
