/** Ends the reading of a pattern that RE2 would not accept. */
export class NotRe2 extends Error {}

/** The test of a Unicode property or script: `\\pL`, `\\p{Greek}`. */
export function propertyTest(name: string): RegExp {
  for (const source of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
    try {
      return new RegExp(`^${source}$`, 'u');
    } catch {}
  }
  throw new NotRe2('unknown property');
}

export const equals = (wanted: string) => (char: string) => char === wanted;
export const codeOf = (char: string): number => char.codePointAt(0) ?? 0;
const matching = (test: RegExp) => (char: string) => test.test(char);

/** What an escape such as `\\d` stands for. */
export const classes: Readonly<Record<string, (char: string) => boolean>> = {
  d: matching(/^[0-9]$/),
  D: matching(/^[^0-9]$/su),
  w: matching(/^[0-9A-Za-z_]$/),
  W: matching(/^[^0-9A-Za-z_]$/su),
  s: matching(/^[\t\n\f\r ]$/),
  S: matching(/^[^\t\n\f\r ]$/su),
};

export const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\x07' };

/** `[[:alpha:]]` and the like. */
export const posixClasses: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  digit: /^[0-9]$/,
  lower: /^[a-z]$/,
  upper: /^[A-Z]$/,
  space: /^[\t\n\v\f\r ]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  word: /^[0-9A-Za-z_]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};
