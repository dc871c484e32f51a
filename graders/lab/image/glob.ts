/** A pattern of paths. It answers in a time that grows with the pattern and the path, whatever they are. */
export interface PathPattern {
  test(path: string): boolean;
}

/** One step of a pattern: a test of one character, which `many` lets pass any number of times, none included. */
interface Step {
  readonly allows: (char: string) => boolean;
  readonly many: boolean;
  /** Reached without a character from this step: the end of an optional part. */
  readonly skipTo?: number;
}

/** Go's `filepath.Match` with `**`: `*` and `?` stay inside one directory. A pattern that is none matches nothing. */
export function glob(pattern: string): PathPattern {
  const steps = stepsOf(pattern);
  return { test: (path) => steps !== undefined && matches(steps, path) };
}

const anything = () => true;
const inName = (char: string) => char !== '/';

function stepsOf(pattern: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const [part, escaped] of pattern.matchAll(/\*\*\/|\*+|\?|\[\^?(?:\\.|[^\]/])+\]|\\([\s\S])|[\s\S]/gu)) {
    if (part === '**/') {
      steps.push(
        { allows: anything, many: true, skipTo: steps.length + 2 },
        { allows: (char) => char === '/', many: false },
      );
    } else if (part.startsWith('*')) steps.push({ allows: part === '*' ? inName : anything, many: true });
    else if (part === '?') steps.push({ allows: inName, many: false });
    else if (part.length > 1 && part.startsWith('[')) {
      const allows = characterClass(part);
      if (!allows) return undefined;
      steps.push({ allows, many: false });
    } else if (part === '[' || part === '\\') return undefined;
    else steps.push({ allows: (char) => char === (escaped ?? part), many: false });
  }
  return steps;
}

/** `[a-z]`, `[^abc]`: a set of characters, without the `/`. */
function characterClass(part: string): Step['allows'] | undefined {
  const negated = part.startsWith('[^');
  const inside = part.slice(negated ? 2 : 1, -1);
  const ranges: [string, string][] = [];
  for (const [, from = '', to] of inside.matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gu)) {
    ranges.push([from.slice(-1), (to ?? from).slice(-1)]);
  }
  if (ranges.length === 0) return undefined;
  return (char) => char !== '/' && ranges.some(([from, to]) => from <= char && char <= to) !== negated;
}

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
