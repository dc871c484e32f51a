/**
 * Whether an RE2 pattern matches a whole text, as Envoy's `safe_regex` does.
 * @returns undefined for a pattern RE2 would not accept: look-around and back-references are not in its language
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function fullMatch(pattern: string, text: string): boolean | undefined {
  return compiled(pattern)?.test(text);
}

/** Whether RE2 accepts a pattern. */
export function isPattern(pattern: string): boolean {
  return compiled(pattern) !== undefined;
}

/** Replaces every match of an RE2 pattern; `\1` in the replacement is the first group. A wrong pattern changes nothing. */
export function replaceAllMatches(pattern: string, text: string, replacement: string): string {
  const { body, flags } = translated(pattern);
  try {
    return text.replace(new RegExp(body, `g${flags}`), replacement.replaceAll('$', '$$$$').replace(/\\(\d)/g, '$$$1'));
  } catch {
    return text;
  }
}

function compiled(pattern: string): RegExp | undefined {
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern)) return undefined;
  const { body, flags } = translated(pattern);
  try {
    return new RegExp(`^(?:${body})$`, flags);
  } catch {
    return undefined;
  }
}

/** What RE2 writes differently: flags in front, named groups, the end of the text. */
function translated(pattern: string): { readonly body: string; readonly flags: string } {
  const front = /^\(\?([ims]+)\)/.exec(pattern);
  const rest = front ? pattern.slice(front[0].length) : pattern;
  return {
    body: rest.replaceAll('(?P<', '(?<').replaceAll('\\z', '$').replaceAll('\\A', '^'),
    flags: [...new Set(front?.[1] ?? '')].join(''),
  };
}
