import { own } from '../own.ts';
import { folded, not, perlClasses, posixClasses, unicodeClass } from './classes.ts';
import { BadPattern, type Test, type Tree } from './tree.ts';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly U: boolean;
}

const maxRepeat = 1_000;
const maxDepth = 200;

/**
 * Reads a pattern in the syntax of RE2.
 * @throws BadPattern for what RE2 refuses: look-around, back-references, `a**`, `x{1001}`, an unknown escape, …
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function parsePattern(pattern: string): { readonly tree: Tree; readonly groups: number } {
  const parser = new Parser(Array.from(pattern));
  const tree = parser.whole();
  if (repeats(tree) > maxRepeat) throw new BadPattern('repetitions');
  return { tree, groups: parser.groups };
}

/** How many copies of its innermost part a pattern asks for. */
function repeats(tree: Tree): number {
  if (tree.is === 'group') return repeats(tree.of);
  if (tree.is === 'all' || tree.is === 'either') return Math.max(1, ...tree.of.map(repeats));
  if (tree.is !== 'repeat') return 1;
  const count = tree.max === Number.POSITIVE_INFINITY ? tree.min : tree.max;
  return Math.max(1, count) * repeats(tree.of);
}

class Parser {
  groups = 0;
  private at = 0;
  private depth = 0;

  constructor(private readonly chars: readonly string[]) {}

  whole(): Tree {
    const tree = this.either({ i: false, m: false, s: false, U: false });
    if (this.at < this.chars.length) throw new BadPattern(')');
    return tree;
  }

  private peek(ahead = 0): string {
    return this.chars[this.at + ahead] ?? '';
  }

  private take(text: string): boolean {
    const found = this.chars.slice(this.at, this.at + text.length).join('') === text;
    if (found) this.at += text.length;
    return found;
  }

  private either(flags: Flags): Tree {
    if (++this.depth > maxDepth) throw new BadPattern('nesting');
    const branches: Tree[] = [];
    let current = flags;
    do {
      const read = this.sequence(current);
      branches.push(read.tree);
      current = read.flags;
    } while (this.take('|'));
    this.depth--;
    const [only] = branches;
    return branches.length === 1 && only ? only : { is: 'either', of: branches };
  }

  /** Up to the end of the branch; `(?i)` in the middle holds for the rest of the group. */
  private sequence(start: Flags): { readonly tree: Tree; readonly flags: Flags } {
    const parts: Tree[] = [];
    let flags = start;
    while (this.at < this.chars.length && this.peek() !== '|' && this.peek() !== ')') {
      const changed = this.flagsOnly(flags);
      if (changed) flags = changed;
      else if (this.take('\\Q')) {
        const quoted = this.quoted(flags);
        const last = quoted.pop();
        parts.push(...quoted, ...(last ? [this.repeated(last, flags)] : []));
      } else parts.push(this.repeated(this.atom(flags), flags));
    }
    return { tree: { is: 'all', of: parts }, flags };
  }

  private flagsOnly(flags: Flags): Flags | undefined {
    const match = /^\(\?([imsU]*)(?:-([imsU]+))?\)/.exec(this.chars.slice(this.at, this.at + 12).join(''));
    if (!match || (match[1] === '' && match[2] === undefined)) return undefined;
    this.at += match[0].length;
    return withFlags(flags, match[1], match[2]);
  }

  private quoted(flags: Flags): Tree[] {
    const parts: Tree[] = [];
    while (this.at < this.chars.length && !this.take('\\E')) parts.push(literal(this.peek(), flags, this.at++));
    return parts;
  }

  private repeated(atom: Tree, flags: Flags): Tree {
    const range = this.range();
    if (!range) return atom;
    const lazy = this.take('?') !== flags.U;
    if (this.range()) throw new BadPattern('repetition of a repetition');
    return { is: 'repeat', ...range, lazy, of: atom };
  }

  private range(): { readonly min: number; readonly max: number } | undefined {
    if (this.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { min: 0, max: 1 };
    const match = /^\{(\d+)(,(\d*))?\}/.exec(this.chars.slice(this.at, this.at + 16).join(''));
    if (!match) return undefined;
    this.at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (min > maxRepeat || (max > maxRepeat && max !== Number.POSITIVE_INFINITY) || max < min) {
      throw new BadPattern(match[0]);
    }
    return { min, max };
  }

  private atom(flags: Flags): Tree {
    const char = this.peek();
    if (this.range()) throw new BadPattern(`nothing before ${char}`);
    this.at++;
    if (char === '(') return this.group(flags);
    if (char === '[') return { is: 'one', test: this.set(flags) };
    if (char === '\\') return this.escape(flags);
    if (char === '.') return { is: 'one', test: flags.s ? () => true : (point) => point !== 0x0a };
    if (char === '^') return { is: 'edge', edge: flags.m ? 'line-start' : 'text-start' };
    if (char === '$') return { is: 'edge', edge: flags.m ? 'line-end' : 'text-end' };
    return literal(char, flags);
  }

  private group(flags: Flags): Tree {
    let inner = flags;
    let number: number | undefined;
    if (this.peek() === '?') {
      const match = /^\?(?:P?<(\w+)>|([imsU]*)(?:-([imsU]+))?:)/.exec(this.chars.slice(this.at, this.at + 80).join(''));
      if (!match) throw new BadPattern('(?');
      this.at += match[0].length;
      if (match[1] === undefined) inner = withFlags(flags, match[2], match[3]);
      else number = ++this.groups;
    } else number = ++this.groups;
    const tree = this.either(inner);
    if (!this.take(')')) throw new BadPattern('(');
    return number === undefined ? tree : { is: 'group', number, of: tree };
  }

  private escape(flags: Flags): Tree {
    const edges = { A: 'text-start', z: 'text-end', b: 'word', B: 'no-word' } as const;
    const char = this.peek();
    const edge = own(edges, char);
    if (edge) {
      this.at++;
      return { is: 'edge', edge };
    }
    const test = this.classEscape();
    if (test) return { is: 'one', test };
    return literalPoint(this.characterEscape(), flags);
  }

  /** `\d`, `\pL`, `\P{Greek}`: undefined when the escape is one character. */
  private classEscape(): Test | undefined {
    const char = this.peek();
    const perl = own(perlClasses, char);
    if (perl) {
      this.at++;
      return perl;
    }
    if (char !== 'p' && char !== 'P') return undefined;
    const match = /^[pP](?:\{(\^?)(\w+)\}|(\w))/.exec(this.chars.slice(this.at, this.at + 40).join(''));
    if (!match) throw new BadPattern('\\p');
    this.at += match[0].length;
    const test = unicodeClass(match[2] ?? match[3] ?? '');
    return (char === 'P') !== (match[1] === '^') ? not(test) : test;
  }

  private characterEscape(): number {
    const rest = this.chars.slice(this.at, this.at + 12).join('');
    const hex = /^x(?:\{([\da-fA-F]+)\}|([\da-fA-F]{2}))/.exec(rest);
    const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest);
    if (hex ?? octal) this.at += (hex ?? octal)?.[0].length ?? 0;
    if (hex) return inUnicode(Number.parseInt(hex[1] ?? hex[2] ?? '', 16));
    if (octal) return Number.parseInt(octal[0], 8);
    const named: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
    const char = this.peek();
    this.at++;
    const point = own(named, char) ?? char.codePointAt(0);
    if (point === undefined || (own(named, char) === undefined && /[^\x21-\x7E]|[\dA-Za-z]/.test(char))) {
      throw new BadPattern(`\\${char}`);
    }
    return point;
  }

  private set(flags: Flags): Test {
    const negated = this.take('^');
    const tests: Test[] = [];
    for (let first = true; first || this.peek() !== ']'; first = false) {
      if (this.at >= this.chars.length) throw new BadPattern('[');
      tests.push(this.setItem());
    }
    this.at++;
    const inside: Test = (point) => tests.some((test) => test(point));
    const test = flags.i ? folded(inside) : inside;
    return negated ? not(test) : test;
  }

  private setItem(): Test {
    const posix = /^\[:(\^?)(\w+):\]/.exec(this.chars.slice(this.at, this.at + 16).join(''));
    if (posix) {
      const test = own(posixClasses, posix[2] ?? '');
      if (!test) throw new BadPattern(posix[0]);
      this.at += posix[0].length;
      return posix[1] ? not(test) : test;
    }
    if (this.peek() === '\\') {
      this.at++;
      const test = this.classEscape();
      if (test) return test;
      this.at--;
    }
    const from = this.setCharacter();
    if (this.peek() !== '-' || this.peek(1) === ']' || this.peek(1) === '') return (point) => point === from;
    this.at++;
    const to = this.setCharacter();
    if (to < from) throw new BadPattern('range');
    return (point) => from <= point && point <= to;
  }

  private setCharacter(): number {
    const char = this.peek();
    this.at++;
    return char === '\\' ? this.characterEscape() : (char.codePointAt(0) ?? 0);
  }
}

function withFlags(flags: Flags, on = '', off = ''): Flags {
  const set = (name: keyof Flags) => (flags[name] || on.includes(name)) && !off.includes(name);
  return { i: set('i'), m: set('m'), s: set('s'), U: set('U') };
}

function literal(char: string, flags: Flags, _at?: number): Tree {
  return literalPoint(char.codePointAt(0) ?? 0, flags);
}

function literalPoint(wanted: number, { i }: Flags): Tree {
  const test: Test = (point) => point === wanted;
  return { is: 'one', test: i ? folded(test) : test };
}

function inUnicode(point: number): number {
  if (point > 0x10ffff) throw new BadPattern('\\x');
  return point;
}
