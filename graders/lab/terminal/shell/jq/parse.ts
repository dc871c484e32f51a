/** A filter, read. Names of functions are looked up when it is evaluated. */
export type Filter =
  | { readonly kind: 'identity' | 'recurse' }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'text'; readonly parts: readonly (string | Filter)[]; readonly format?: string }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'field'; readonly of: Filter; readonly name: Filter }
  | { readonly kind: 'slice'; readonly of: Filter; readonly from?: Filter; readonly to?: Filter }
  | { readonly kind: 'each'; readonly of: Filter }
  | { readonly kind: 'try'; readonly body: Filter; readonly otherwise?: Filter }
  | { readonly kind: 'list'; readonly of?: Filter }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Filter, Filter])[] }
  | { readonly kind: 'negative'; readonly of: Filter }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'if'; readonly test: Filter; readonly yes: Filter; readonly no?: Filter }
  | { readonly kind: 'bind'; readonly of: Filter; readonly name: string; readonly body: Filter }
  | {
      readonly kind: 'reduce';
      readonly of: Filter;
      readonly name: string;
      readonly start: Filter;
      readonly step: Filter;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Filter[] };

/** The filter is wrong, or uses something of jq that is not read here. */
export class Unread extends Error {}

const deepest = 60;

/** From the loosest to the tightest, below `|` and `,`. */
const levels: readonly (readonly string[])[] = [
  ['//'],
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** @throws Unread. @see https://jqlang.org/manual/ */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text);
  const filter = reader.pipe();
  if (!reader.isDone()) throw new Unread();
  return filter;
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  isDone(): boolean {
    this.blanks();
    return this.at >= this.text.length;
  }

  pipe(): Filter {
    if (++this.depth > deepest) throw new Unread();
    const left = this.comma();
    let filter = left;
    if (this.word('as')) {
      const name = this.variable();
      this.expect('|');
      filter = { kind: 'bind', of: left, name, body: this.pipe() };
    } else if (this.sign('|')) filter = { kind: 'binary', operator: '|', left, right: this.pipe() };
    this.depth--;
    return filter;
  }

  private comma(): Filter {
    let left = this.level(0);
    while (this.sign(',')) left = { kind: 'binary', operator: ',', left, right: this.level(0) };
    return left;
  }

  private level(index: number): Filter {
    const operators = levels[index];
    if (!operators) return this.postfix();
    let left = this.level(index + 1);
    for (;;) {
      const operator = operators.find((one) => (/^\w/.test(one) ? this.word(one) : this.operator(one)));
      if (operator === undefined) return left;
      // `//` leans to the right, the others to the left.
      left = { kind: 'binary', operator, left, right: this.level(operator === '//' ? index : index + 1) };
    }
  }

  private operator(one: string): boolean {
    this.blanks();
    if (!this.text.startsWith(one, this.at)) return false;
    const next = this.text.charAt(this.at + one.length);
    // Not the beginning of a longer one; assignments are not read.
    if (next === '=' && !/[=]$/.test(one)) return false;
    if (one === '/' && next === '/') return false;
    this.at += one.length;
    return true;
  }

  private postfix(): Filter {
    let filter = this.term();
    for (;;) {
      const next = this.text.charAt(this.at);
      if (next === '?') {
        this.at++;
        filter = { kind: 'try', body: filter };
      } else if (next === '[') filter = this.bracket(filter);
      else if (next === '.' && /[A-Za-z_"[]/.test(this.text.charAt(this.at + 1))) {
        this.at++;
        filter =
          this.text.charAt(this.at) === '['
            ? this.bracket(filter)
            : { kind: 'field', of: filter, name: this.fieldName() };
      } else return filter;
    }
  }

  private fieldName(): Filter {
    if (this.text.charAt(this.at) === '"') return this.string();
    const name = /^[A-Za-z_]\w*/.exec(this.text.slice(this.at, this.at + 200))?.[0];
    if (name === undefined) throw new Unread();
    this.at += name.length;
    return { kind: 'literal', value: name };
  }

  private bracket(of: Filter): Filter {
    this.at++;
    if (this.sign(']')) return { kind: 'each', of };
    if (this.sign(':')) {
      const to = this.pipe();
      this.expect(']');
      return { kind: 'slice', of, to };
    }
    const inside = this.pipe();
    if (this.sign(':')) {
      if (this.sign(']')) return { kind: 'slice', of, from: inside };
      const to = this.pipe();
      this.expect(']');
      return { kind: 'slice', of, from: inside, to };
    }
    this.expect(']');
    return { kind: 'field', of, name: inside };
  }

  private term(): Filter {
    this.blanks();
    const rest = this.text.slice(this.at, this.at + 200);
    const char = rest.charAt(0);
    if (rest.startsWith('..')) {
      this.at += 2;
      return { kind: 'recurse' };
    }
    if (char === '.') {
      this.at++;
      const next = this.text.charAt(this.at);
      if (/[A-Za-z_"]/.test(next)) return { kind: 'field', of: { kind: 'identity' }, name: this.fieldName() };
      return { kind: 'identity' };
    }
    if (char === '"') return this.string();
    if (char === '@') {
      const name = /^@\w+/.exec(rest)?.[0] ?? '';
      this.at += name.length;
      this.blanks();
      if (this.text.charAt(this.at) === '"') return { ...this.string(), format: name };
      return { kind: 'format', name };
    }
    if (char === '$') return { kind: 'variable', name: this.variable() };
    if (char === '(') {
      this.at++;
      const inside = this.pipe();
      this.expect(')');
      return inside;
    }
    if (char === '[') {
      this.at++;
      if (this.sign(']')) return { kind: 'list' };
      const inside = this.pipe();
      this.expect(']');
      return { kind: 'list', of: inside };
    }
    if (char === '{') return this.object();
    if (char === '-') {
      this.at++;
      return { kind: 'negative', of: this.postfix() };
    }
    const number = /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/.exec(rest)?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return { kind: 'literal', value: Number(number) };
    }
    return this.named();
  }

  private named(): Filter {
    const name = /^[a-z_]\w*/i.exec(this.text.slice(this.at, this.at + 100))?.[0];
    if (name === undefined) throw new Unread();
    this.at += name.length;
    switch (name) {
      case 'true':
      case 'false':
        return { kind: 'literal', value: name === 'true' };
      case 'null':
        return { kind: 'literal', value: null };
      case 'if':
        return this.condition();
      case 'try': {
        const body = this.postfix();
        return this.word('catch') ? { kind: 'try', body, otherwise: this.postfix() } : { kind: 'try', body };
      }
      case 'reduce': {
        const of = this.postfix();
        if (!this.word('as')) throw new Unread();
        const variable = this.variable();
        this.expect('(');
        const start = this.pipe();
        this.expect(';');
        const step = this.pipe();
        this.expect(')');
        return { kind: 'reduce', of, name: variable, start, step };
      }
      case 'def':
      case 'foreach':
      case 'label':
      case 'import':
      case 'include':
      case 'then':
      case 'else':
      case 'elif':
      case 'end':
      case 'as':
        throw new Unread();
    }
    const args: Filter[] = [];
    if (this.text.charAt(this.at) === '(') {
      do {
        this.at++;
        args.push(this.pipe());
        this.blanks();
      } while (this.text.charAt(this.at) === ';');
      this.expect(')');
    }
    return { kind: 'call', name, args };
  }

  private condition(): Filter {
    const test = this.pipe();
    if (!this.word('then')) throw new Unread();
    const yes = this.pipe();
    if (this.word('elif')) {
      if (++this.depth > deepest) throw new Unread();
      const no = this.condition();
      this.depth--;
      return { kind: 'if', test, yes, no };
    }
    const no = this.word('else') ? this.pipe() : undefined;
    if (!this.word('end')) throw new Unread();
    return { kind: 'if', test, yes, ...(no && { no }) };
  }

  private object(): Filter {
    this.at++;
    const entries: (readonly [Filter, Filter])[] = [];
    while (!this.sign('}')) {
      if (entries.length > 0) this.expect(',');
      entries.push(this.entry());
    }
    return { kind: 'object', entries };
  }

  private entry(): readonly [Filter, Filter] {
    this.blanks();
    const char = this.text.charAt(this.at);
    if (char === '$') {
      const name = this.variable();
      return [
        { kind: 'literal', value: name },
        { kind: 'variable', name },
      ];
    }
    let key: Filter;
    if (char === '(') {
      this.at++;
      key = this.pipe();
      this.expect(')');
    } else key = this.fieldName();
    if (!this.sign(':')) return [key, { kind: 'field', of: { kind: 'identity' }, name: key }];
    let value = this.level(0);
    while (this.sign('|')) value = { kind: 'binary', operator: '|', left: value, right: this.level(0) };
    return [key, value];
  }

  private string(): Filter & { readonly kind: 'text' } {
    const parts: (string | Filter)[] = [];
    let plain = '';
    for (this.at++; this.text.charAt(this.at) !== '"'; ) {
      if (this.at >= this.text.length) throw new Unread();
      const char = this.text.charAt(this.at++);
      if (char !== '\\') {
        plain += char;
        continue;
      }
      const next = this.text.charAt(this.at++);
      if (next === '(') {
        parts.push(plain);
        plain = '';
        parts.push(this.pipe());
        this.expect(')');
      } else if (next === 'u') {
        plain += String.fromCharCode(Number.parseInt(this.text.slice(this.at, this.at + 4), 16));
        this.at += 4;
      } else plain += escapes.get(next) ?? next;
    }
    this.at++;
    return { kind: 'text', parts: [...parts, plain] };
  }

  private variable(): string {
    this.blanks();
    const name = /^\$([A-Za-z_]\w*)/.exec(this.text.slice(this.at, this.at + 100));
    if (!name) throw new Unread();
    this.at += name[0].length;
    return name[1] ?? '';
  }

  private blanks(): void {
    this.at += /^(?:\s|#[^\n]*)*/.exec(this.text.slice(this.at))?.[0].length ?? 0;
  }

  private sign(sign: string): boolean {
    this.blanks();
    if (!this.text.startsWith(sign, this.at) || (sign === '|' && this.text.charAt(this.at + 1) === '=')) return false;
    this.at += sign.length;
    return true;
  }

  private word(word: string): boolean {
    this.blanks();
    if (!this.text.startsWith(word, this.at) || /\w/.test(this.text.charAt(this.at + word.length))) return false;
    this.at += word.length;
    return true;
  }

  private expect(sign: string): void {
    if (!this.sign(sign)) throw new Unread();
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);
