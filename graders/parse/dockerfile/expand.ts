import { quoted, re2 } from '../../core/re2/re2.ts';

/** A `$variable` in a word. */
export interface Reference {
  readonly name: string;
  /** In the text that was expanded. */
  readonly from: number;
  readonly to: number;
  /** The form has an answer for an unset variable: `${x:-y}`, `${x:+y}`. */
  readonly guarded: boolean;
  readonly found: boolean;
}

export type ExpansionProblem = 'quote' | 'brace' | 'modifier' | 'name' | 'required';

export interface Expansion {
  readonly value: string;
  readonly references: readonly Reference[];
  /** Why Docker refuses the word; `value` is then what was read so far. */
  readonly problem?: { readonly kind: ExpansionProblem; readonly from: number; readonly to: number };
}

/** What an escape character leaves behind: one character, itself too, or itself even inside quotes. */
type Escapes = 'removed' | 'kept' | 'pattern';

export type Lookup = (name: string) => string | undefined;

/**
 * Expands variables and removes quotes as the Dockerfile frontend does: `$x`, `${x}`, `${x:-y}`, `${x-y}`, `${x:+y}`,
 * `${x+y}`, `${x:?y}`, `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`, `${x/p/r}`, `${x//p/r}`, and escapes.
 * @param escapeChar the escape character of the file; in the bodies of heredocs, a backslash whatever the file says
 * @param quotes `literal` for the bodies of heredocs, where quotes mean nothing
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(
  text: string,
  lookup: Lookup,
  escapeChar = '\\',
  quotes: 'removed' | 'literal' = 'removed',
): Expansion {
  const expander = new Expander(text, lookup, escapeChar, quotes === 'literal');
  try {
    const value = expander.until('');
    return { value, references: expander.references };
  } catch (stop) {
    if (!(stop instanceof Refused)) throw stop;
    const { kind, from } = stop;
    return { value: '', references: expander.references, problem: { kind, from, to: Math.max(from + 1, text.length) } };
  }
}

class Refused extends Error {
  constructor(
    readonly kind: ExpansionProblem,
    readonly from: number,
  ) {
    super(kind);
  }
}

const maxDepth = 20;
/** Longer than any process accepts as one argument; `ENV A=$A$A` repeated would double its length without end. */
const maxLength = 131_072;

class Expander {
  readonly references: Reference[] = [];
  private at = 0;
  private depth = 0;
  private escapes: Escapes = 'removed';

  constructor(
    private readonly text: string,
    private readonly lookup: Lookup,
    private readonly escapeChar: string,
    private readonly literalQuotes: boolean,
  ) {}

  /** Expands up to a character outside quotes, or to the end for the empty string. */
  until(stop: string, escapes: Escapes = 'removed'): string {
    const outside = this.escapes;
    this.escapes = escapes;
    let out = '';
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === stop) break;
      const piece = this.one(char);
      if (out.length + piece.length <= maxLength) out += piece;
    }
    this.escapes = outside;
    return out;
  }

  private one(char: string): string {
    if (char === '$') return this.dollar();
    if (char === this.escapeChar) return this.escaped();
    if (!this.literalQuotes && char === "'") return this.single();
    if (!this.literalQuotes && char === '"') return this.double();
    this.at++;
    return char;
  }

  private escaped(): string {
    const next = this.text.charAt(this.at + 1);
    this.at += 2;
    return this.escapes === 'removed' ? next : this.escapeChar + next;
  }

  private single(): string {
    const close = this.text.indexOf("'", this.at + 1);
    if (close === -1) throw new Refused('quote', this.at);
    const inside = this.text.slice(this.at + 1, close);
    this.at = close + 1;
    return this.escapes === 'pattern' ? inside.replaceAll(this.escapeChar, this.escapeChar.repeat(2)) : inside;
  }

  private double(): string {
    const open = this.at++;
    let out = '';
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === '"') {
        this.at++;
        return out;
      }
      if (char === '$') out += this.dollar();
      else if (char !== this.escapeChar) {
        out += char;
        this.at++;
      } else if (['"', '$', this.escapeChar].includes(this.text.charAt(this.at + 1))) out += this.escaped();
      else {
        out += this.escapes === 'removed' ? char : char + char;
        this.at++;
      }
    }
    throw new Refused('quote', open);
  }

  private dollar(): string {
    const from = this.at++;
    if (this.text[this.at] === '{') return this.braces(from);
    const name = this.name();
    if (name === '') return '$';
    return this.refer(name, from, false) ?? '';
  }

  private braces(from: number): string {
    if (++this.depth > maxDepth) throw new Refused('brace', from);
    this.at++;
    if (this.at >= this.text.length) throw new Refused('brace', from);
    if ('{}:'.includes(this.text.charAt(this.at))) throw new Refused('name', from);
    const name = this.name();
    const value = this.modified(name, from);
    if (this.text[this.at] !== '}') throw new Refused('brace', from);
    this.at++;
    this.depth--;
    const last = this.references.findLastIndex((reference) => reference.from === from);
    const reference = this.references[last];
    if (reference) this.references[last] = { ...reference, to: this.at };
    return value;
  }

  /** What follows the name inside the braces. */
  private modified(name: string, from: number): string {
    const rest = this.text.slice(this.at);
    const operator = /^(?::[-+?]|[-+?]|##?|%%?|\/\/?|(?=\}))/.exec(rest)?.[0];
    if (operator === undefined) throw new Refused(rest === '' ? 'brace' : 'modifier', from);
    this.at += operator.length;
    const value = this.refer(name, from, /[-+?]/.test(operator));
    if (operator === '') return value ?? '';
    const set = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    if (operator.startsWith('/')) return this.replaced(value ?? '', operator === '//', from);
    const word = this.until('}', /[#%]/.test(operator) ? 'pattern' : 'removed');
    switch (operator.at(-1)) {
      case '-':
        return set ? (value ?? '') : word;
      case '+':
        return set ? word : '';
      case '?':
        if (!set) throw new Refused('required', from);
        return value ?? '';
      default:
        return trimmed(value ?? '', this.pattern(word, operator.length === 1, from), operator);
    }
  }

  /** Both slashes are required, and a brace does not end the pattern. */
  private replaced(value: string, all: boolean, from: number): string {
    const pattern = this.until('/', 'pattern');
    if (this.text[this.at] !== '/') throw new Refused('modifier', from);
    this.at++;
    const replacement = this.until('}', 'kept');
    const wanted = pattern === '' ? undefined : re2(this.pattern(pattern, false, from).join(''));
    const literal = replacement.replaceAll('\\', '\\\\');
    return (all ? wanted?.replaceAll(value, literal) : wanted?.replaceFirst(value, literal)) ?? value;
  }

  private pattern(written: string, lazy: boolean, from: number): readonly string[] {
    if (!/^(?:[^\\]|\\[*?\\}/])*$/u.test(written)) throw new Refused('modifier', from);
    return wildcards(written, lazy);
  }

  private refer(name: string, from: number, guarded: boolean): string | undefined {
    if (name === '') return undefined;
    const value = this.lookup(name);
    this.references.push({ name, from, to: this.at, guarded, found: value !== undefined });
    return value;
  }

  /** Letters and digits of any script, or one of the special parameters of the shell, which are never set. */
  private name(): string {
    const rest = this.text.slice(this.at, this.at + 200);
    const name = /^(?:[\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?$!-])/u.exec(rest)?.[0] ?? '';
    this.at += name.length;
    return name;
  }
}

/** Without the shortest (`#`, `%`) or longest (`##`, `%%`) beginning or end that matches. An end is a beginning backwards. */
function trimmed(value: string, pieces: readonly string[], operator: string): string {
  const beginning = (text: string, wanted: readonly string[]) =>
    re2(`^${wanted.join('')}`)?.replaceFirst(text, '') ?? text;
  return operator.startsWith('#')
    ? beginning(value, pieces)
    : backwards(beginning(backwards(value), pieces.toReversed()));
}

const backwards = (text: string): string => Array.from(text).reverse().join('');

/** `*` any text, `?` one character, a backslash quotes: as pieces of a regular expression, one for each. */
function wildcards(pattern: string, lazy: boolean): readonly string[] {
  return [...pattern.matchAll(/\\([\s\S])|([*?])|([\s\S])/gu)].map(([, escaped, wild, plain]) => {
    if (wild === '*') return lazy ? '(?s:.)*?' : '(?s:.)*';
    return wild === '?' ? '(?s:.)' : quoted(escaped ?? plain ?? '');
  });
}
