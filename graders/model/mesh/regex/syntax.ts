import { classes, codeOf, controls, equals, NotRe2, posixClasses, propertyTest } from './classes.ts';

/** A regular expression of RE2, read. `one` consumes a character; the rest say how pieces follow each other. */
export type Pattern =
  | { readonly kind: 'one'; readonly test: (char: string) => boolean }
  | { readonly kind: 'at'; readonly where: 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'no-word' }
  | { readonly kind: 'all'; readonly of: readonly Pattern[] }
  | { readonly kind: 'any'; readonly of: readonly Pattern[] }
  | { readonly kind: 'times'; readonly of: Pattern; readonly min: number; readonly max: number };

/** RE2 refuses longer repetitions. */
export const maxRepeat = 1000;
/** Deeper groups than this are refused before they exhaust the stack. */
const maxDepth = 200;

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
}

/**
 * Reads a pattern.
 * @throws NotRe2 for look-around, back-references, broken groups and classes, repeated repetitions
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function readPattern(text: string): Pattern {
  const reader = new Reader([...text]);
  const pattern = reader.alternatives({ ignoreCase: false, dotAll: false, multiline: false }, 0);
  if (!reader.done) throw new NotRe2('unmatched )');
  return pattern;
}

class Reader {
  private at = 0;

  constructor(private readonly chars: readonly string[]) {}

  get done(): boolean {
    return this.at >= this.chars.length;
  }

  alternatives(flags: Flags, depth: number): Pattern {
    if (depth > maxDepth) throw new NotRe2('nested too deeply');
    const branches: Pattern[] = [];
    let current = flags;
    for (;;) {
      const { pattern, flags: after } = this.sequence(current, depth);
      branches.push(pattern);
      current = after;
      if (!this.take('|')) return branches.length === 1 ? pattern : { kind: 'any', of: branches };
    }
  }

  /** Flags set inside a group hold for the rest of it. */
  private sequence(given: Flags, depth: number): { pattern: Pattern; flags: Flags } {
    const of: Pattern[] = [];
    let flags = given;
    while (!this.done && this.peek() !== '|' && this.peek() !== ')') {
      const changed = this.flagGroup(flags);
      if (changed) flags = changed;
      else of.push(this.repeated(this.atom(flags, depth)));
    }
    return { pattern: { kind: 'all', of }, flags };
  }

  private flagGroup(flags: Flags): Flags | undefined {
    const found = /^\(\?([imsU]*)(?:-([imsU]+))?\)/.exec(this.ahead(12));
    if (!found) return undefined;
    this.at += found[0].length;
    return withFlags(flags, found[1] ?? '', found[2] ?? '');
  }

  private atom(flags: Flags, depth: number): Pattern {
    const char = this.next();
    switch (char) {
      case '(':
        return this.group(flags, depth);
      case '[':
        return one(this.charClass(), flags);
      case '.':
        return { kind: 'one', test: flags.dotAll ? () => true : (found) => found !== '\n' };
      case '^':
        return { kind: 'at', where: flags.multiline ? 'line-start' : 'start' };
      case '$':
        return { kind: 'at', where: flags.multiline ? 'line-end' : 'end' };
      case '\\':
        return this.escape(flags);
      case '*':
      case '+':
      case '?':
        throw new NotRe2('nothing to repeat');
      default:
        return one((found) => found === char, flags);
    }
  }

  private group(flags: Flags, depth: number): Pattern {
    let inner = flags;
    if (this.take('?')) {
      const opening = /^(?:P?<\w+>|([imsU]*)(?:-([imsU]+))?:)/.exec(this.ahead(40));
      if (!opening) throw new NotRe2('not a group of RE2');
      this.at += opening[0].length;
      inner = withFlags(flags, opening[1] ?? '', opening[2] ?? '');
    }
    const pattern = this.alternatives(inner, depth + 1);
    if (!this.take(')')) throw new NotRe2('missing )');
    return pattern;
  }

  private repeated(of: Pattern): Pattern {
    const bounds = this.bounds();
    if (!bounds) return of;
    this.take('?');
    if (this.bounds()) throw new NotRe2('repetition of a repetition');
    return { kind: 'times', of, ...bounds };
  }

  private bounds(): { min: number; max: number } | undefined {
    if (this.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { min: 0, max: 1 };
    const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.ahead(16));
    if (!counted) return undefined;
    this.at += counted[0].length;
    const min = Number(counted[1]);
    const max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : Number.POSITIVE_INFINITY;
    if (min > maxRepeat || (Number.isFinite(max) && max > maxRepeat) || max < min) throw new NotRe2('bad repetition');
    return { min, max };
  }

  private escape(flags: Flags): Pattern {
    const letter = this.next();
    if (letter === 'b') return { kind: 'at', where: 'word' };
    if (letter === 'B') return { kind: 'at', where: 'no-word' };
    if (letter === 'A') return { kind: 'at', where: 'start' };
    if (letter === 'z') return { kind: 'at', where: 'end' };
    return one(this.escaped(letter), flags);
  }

  private escaped(letter: string | undefined): (char: string) => boolean {
    if (letter === undefined) throw new NotRe2('nothing after \\');
    const known = Object.hasOwn(classes, letter) ? classes[letter] : undefined;
    if (known) return known;
    if (letter === 'p' || letter === 'P') return this.property(letter === 'P');
    if (letter === 'x') return equals(this.hexadecimal());
    if (Object.hasOwn(controls, letter)) return equals(controls[letter] ?? '');
    if (/[A-Za-z0-9]/.test(letter)) throw new NotRe2('unknown escape');
    return equals(letter);
  }

  private property(negated: boolean): (char: string) => boolean {
    const found = /^(?:([A-Z])|\{(\^?)(\w+)\})/.exec(this.ahead(40));
    if (!found) throw new NotRe2('bad property');
    this.at += found[0].length;
    const name = found[1] ?? found[3] ?? '';
    const test = propertyTest(name);
    return (char) => test.test(char) !== (negated !== (found[2] === '^'));
  }

  private hexadecimal(): string {
    const found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(this.ahead(10));
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
    if (!found || !(code <= 0x10ffff)) throw new NotRe2('bad \\x');
    this.at += found[0].length;
    return String.fromCodePoint(code);
  }

  private charClass(): (char: string) => boolean {
    const negated = this.take('^');
    const tests: ((char: string) => boolean)[] = [];
    for (let first = true; first || this.peek() !== ']'; first = false) {
      if (this.done) throw new NotRe2('missing ]');
      tests.push(this.member());
    }
    this.at++;
    return (char) => tests.some((test) => test(char)) !== negated;
  }

  private member(): (char: string) => boolean {
    const posix = /^\[:(\^?)(\w+):\]/.exec(this.ahead(14));
    if (posix) {
      this.at += posix[0].length;
      const test = Object.hasOwn(posixClasses, posix[2] ?? '') ? posixClasses[posix[2] ?? ''] : undefined;
      if (!test) throw new NotRe2('unknown class');
      return (char) => test.test(char) !== (posix[1] === '^');
    }
    const low = this.classChar();
    if (typeof low !== 'string') return low;
    if (this.peek() !== '-' || this.chars[this.at + 1] === ']' || this.at + 1 >= this.chars.length) return equals(low);
    this.at++;
    const high = this.classChar();
    if (typeof high !== 'string' || codeOf(high) < codeOf(low)) throw new NotRe2('bad range');
    return (char) => codeOf(char) >= codeOf(low) && codeOf(char) <= codeOf(high);
  }

  /** One character, or the test of an escape that stands for several. */
  private classChar(): string | ((char: string) => boolean) {
    const char = this.next() ?? '';
    if (char !== '\\') return char;
    const letter = this.next();
    if (letter === 'x') return this.hexadecimal();
    if (letter !== undefined && Object.hasOwn(controls, letter)) return controls[letter] ?? '';
    if (letter !== undefined && !/[A-Za-z0-9]/.test(letter)) return letter;
    return this.escaped(letter);
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string | undefined {
    return this.chars[this.at++];
  }

  private take(char: string): boolean {
    if (this.peek() !== char) return false;
    this.at++;
    return true;
  }

  private ahead(length: number): string {
    return this.chars.slice(this.at, this.at + length).join('');
  }
}

function one(test: (char: string) => boolean, { ignoreCase }: Flags): Pattern {
  if (!ignoreCase) return { kind: 'one', test };
  return { kind: 'one', test: (char) => test(char) || test(char.toLowerCase()) || test(char.toUpperCase()) };
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, before: boolean) => (on.includes(letter) || before) && !off.includes(letter);
  return {
    ignoreCase: value('i', flags.ignoreCase),
    dotAll: value('s', flags.dotAll),
    multiline: value('m', flags.multiline),
  };
}
