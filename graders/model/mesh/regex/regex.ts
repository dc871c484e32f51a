import { NotRe2 } from './classes.ts';
import { compile, matchesWhole, type Step } from './run.ts';
import { readPattern } from './syntax.ts';

/**
 * Whether an RE2 pattern matches a whole text, as Envoy's `safe_regex` does. Like RE2, it takes time in proportion to the
 * text, whatever the pattern.
 * @returns undefined for a pattern RE2 would not accept: look-around and back-references are not in its language
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function fullMatch(pattern: string, text: string): boolean | undefined {
  const steps = stepsOf(pattern);
  return steps && matchesWhole(steps, text);
}

/** The same for many texts: the pattern is read once. Nothing matches a pattern RE2 would not accept. */
export function matcher(pattern: string): (text: string) => boolean {
  const steps = stepsOf(pattern);
  return (text) => steps !== undefined && matchesWhole(steps, text);
}

/** Whether RE2 accepts a pattern. */
export function isPattern(pattern: string): boolean {
  return stepsOf(pattern) !== undefined;
}

/**
 * Replaces every match of an RE2 pattern; `\1` in the replacement is the first group. A pattern RE2 would not accept
 * changes nothing.
 */
export function replaceAllMatches(pattern: string, text: string, replacement: string): string {
  if (!isPattern(pattern)) return text;
  const front = /^\(\?([ims]+)\)/.exec(pattern);
  const body = (front ? pattern.slice(front[0].length) : pattern).replaceAll('(?P<', '(?<').replaceAll('\\z', '$');
  try {
    const flags = [...new Set(front?.[1] ?? '')].join('');
    return text.replace(new RegExp(body, `g${flags}`), replacement.replaceAll('$', '$$$$').replace(/\\(\d)/g, '$$$1'));
  } catch {
    return text;
  }
}

function stepsOf(pattern: string): readonly Step[] | undefined {
  try {
    return compile(readPattern(pattern));
  } catch (problem) {
    if (problem instanceof NotRe2) return undefined;
    throw problem;
  }
}
