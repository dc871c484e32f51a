/**
 * Whether an RE2 pattern matches a whole text, as Envoy's `safe_regex` does.
 * @returns undefined for a pattern RE2 would not accept: look-around and back-references are not in its language
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function fullMatch(pattern: string, text: string): boolean | undefined {
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern)) return undefined;
  const flags = /^\(\?([ims]+)\)/.exec(pattern);
  const body = (flags ? pattern.slice(flags[0].length) : pattern).replaceAll('(?P<', '(?<').replaceAll('\\z', '$');
  try {
    return new RegExp(`^(?:${body})$`, `${flags?.[1] ?? ''}u`.replace(/(.)(?=.*\1)/g, '')).test(text);
  } catch {
    return undefined;
  }
}

/** Replaces every match of an RE2 pattern; `\1` in the replacement is the first group. A wrong pattern changes nothing. */
export function replaceAllMatches(pattern: string, text: string, replacement: string): string {
  try {
    return text.replace(new RegExp(pattern, 'gu'), replacement.replaceAll('$', '$$$$').replace(/\\(\d)/g, '$$$1'));
  } catch {
    return text;
  }
}
