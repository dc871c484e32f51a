import type { Json } from '../../core/json.ts';
import type { Source } from '../../core/source.ts';
import type { Located } from './value.ts';

/**
 * Reads the data of a file that holds nothing unusual, as nearly all do: imports of types, one `export default` of objects, lists
 * and plain values, a type behind it. It is the same that the reader of TypeScript finds, without that reader: a page only loads it
 * for a file that is not like this.
 * @returns undefined for every other file, whether or not it is data
 */
export function readPlain(source: Source): Located | undefined {
  return new PlainReader(source).file();
}

/** White space and comments. Whatever else counts as white space is unusual. */
const gap = /(?:[ \t\n\r]|\/\/[^\n\r\u2028\u2029]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;
const typeImport = /import\s+type\s*\{\s*\w+\s*\}\s*from\s*(?:'[\w./-]*'|"[\w./-]*")[ \t]*(?:;|(?=[\r\n]))/y;
const beginning = /export[ \t]+default\b/y;
const type = /[ \t]+(?:satisfies|as)[ \t]+[A-Z]\w*/y;
const name = /[A-Za-z_$][\w$]*/y;
const quoted = /'((?:[^'\\\n\r\u2028\u2029]|\\['"\\nt])*)'|"((?:[^"\\\n\r\u2028\u2029]|\\['"\\nt])*)"/y;
const template = /`([^`\\$\r]*)`/y;
const numeral = /-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?![\w.$])/y;

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
]);
const constants: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const noParts: Located['parts'] = new Map();

/** Goes through a text once, and gives up at the first thing that it does not know. */
class PlainReader {
  private offset = 0;

  constructor(private readonly source: Source) {}

  file(): Located | undefined {
    this.skip();
    while (this.take(typeImport)) this.skip();
    if (!this.take(beginning)) return undefined;
    this.skip();
    if (!/[[{]/.test(this.next)) return undefined;
    const root = this.value();
    this.take(type);
    this.skip();
    this.is(';');
    this.skip();
    return root && this.offset === this.source.text.length ? root : undefined;
  }

  private value(): Located | undefined {
    const { next } = this;
    if (next === '{') return this.object();
    if (next === '[') return this.list();
    const from = this.offset;
    const value = this.scalar(next);
    return value === undefined ? undefined : { value, at: this.from(from), parts: noParts };
  }

  private scalar(next: string): Json | undefined {
    if (next === "'" || next === '"') return this.quoted();
    if (next === '`') return this.take(template)?.[1];
    if (/[-\d]/.test(next)) {
      const [digits] = this.take(numeral) ?? [];
      // `-0` is 0 in what is written down.
      return digits === undefined ? undefined : 0 + Number(digits);
    }
    const [word] = this.take(name) ?? [];
    return word === undefined ? undefined : constants.get(word);
  }

  private quoted(): string | undefined {
    const [, single, double] = this.take(quoted) ?? [];
    return (single ?? double)?.replace(/\\(.)/g, (_, sign: string) => escapes.get(sign) ?? sign);
  }

  private object(): Located | undefined {
    const from = this.offset;
    const value: Record<string, Json> = Object.create(null);
    const parts = new Map<string, Located>();
    this.is('{');
    for (;;) {
      this.skip();
      if (this.is('}')) return { value, at: this.from(from), parts };
      const key = /['"]/.test(this.next) ? this.quoted() : this.take(name)?.[0];
      this.skip();
      if (key === undefined || key === '__proto__' || parts.has(key) || !this.is(':')) return undefined;
      this.skip();
      const part = this.value();
      if (!part || !this.separated('}')) return undefined;
      value[key] = part.value;
      parts.set(key, part);
    }
  }

  private list(): Located | undefined {
    const from = this.offset;
    const parts = new Map<number, Located>();
    this.is('[');
    for (;;) {
      this.skip();
      if (this.is(']')) return { value: [...parts.values()].map((part) => part.value), at: this.from(from), parts };
      const part = this.value();
      if (!part || !this.separated(']')) return undefined;
      parts.set(parts.size, part);
    }
  }

  /** After a part comes a comma, or the end. */
  private separated(end: string): boolean {
    this.skip();
    return this.is(',') || this.next === end;
  }

  private get next(): string {
    return this.source.text.charAt(this.offset);
  }

  private is(sign: string): boolean {
    if (this.next !== sign) return false;
    this.offset++;
    return true;
  }

  private skip(): void {
    this.take(gap);
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.source.text);
    if (found) this.offset = pattern.lastIndex;
    return found ?? undefined;
  }

  private from(from: number): Located['at'] {
    return { path: this.source.path, from, to: this.offset };
  }
}
