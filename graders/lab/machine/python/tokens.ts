import { own } from '../../../core/own.ts';
/** A word of Python. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'op';
  readonly text: string;
  /** For strings: its value, and the pieces of an f-string. */
  readonly value?: string;
  readonly pieces?: readonly Piece[];
}

/** A part of an f-string. */
export type Piece = { readonly text: string } | { readonly expression: readonly Token[] };

/** A logical line: brackets and triple quotes keep it open over several lines of the file. */
export interface Line {
  readonly indent: number;
  readonly tokens: readonly Token[];
  /** Of its first line, from 1. */
  readonly number: number;
}

/** The text is not Python: what the interpreter says and where. */
export class NotPython extends Error {
  constructor(
    readonly error: string,
    readonly line: number,
  ) {
    super(error);
  }
}

/** Something of the language that is not modelled. */
export class NotModelled extends Error {}

const operators = /^(?:\*\*=?|\/\/=?|>>=?|<<=?|[-+*/%&|^@=<>!]=|->|:=|\.\.\.|[-+*/%@&|^~<>()[\]{},:.;=])/;

/** @throws NotPython | NotModelled */
export function tokenize(text: string): readonly Line[] {
  return new Tokenizer(text.replace(/\r\n?/g, '\n')).lines();
}

class Tokenizer {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  lines(): readonly Line[] {
    const lines: Line[] = [];
    while (this.at < this.text.length) {
      const indent = this.indentation();
      const number = this.line;
      const tokens = this.logicalLine();
      if (tokens.length > 0) lines.push({ indent, tokens, number });
    }
    return lines;
  }

  /** The tokens of a text without line structure: what is inside the braces of an f-string. */
  expression(): readonly Token[] {
    const tokens: Token[] = [];
    for (;;) {
      while (/\s/.test(this.text.charAt(this.at))) this.at++;
      if (this.at >= this.text.length) return tokens;
      tokens.push(this.token());
    }
  }

  private indentation(): number {
    const blanks = /^[ \t]*/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += blanks.length;
    return blanks.replace(/\t/g, '        ').length;
  }

  private logicalLine(): readonly Token[] {
    const tokens: Token[] = [];
    const open: number[] = [];
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined || (char === '\n' && open.length === 0)) {
        if (open.length > 0) throw new NotPython('SyntaxError', open.at(-1) ?? this.line);
        this.at++;
        this.line++;
        return tokens;
      }
      if (char === '\n') this.newline();
      else if (char === ' ' || char === '\t' || char === '\f') this.at++;
      else if (char === '#') this.comment();
      else if (char === '\\' && this.text[this.at + 1] === '\n') {
        this.at++;
        this.newline();
      } else {
        const number = this.line;
        const token = this.token();
        if (token.kind === 'op' && '([{'.includes(token.text)) open.push(number);
        if (token.kind === 'op' && ')]}'.includes(token.text) && open.pop() === undefined) {
          throw new NotPython('SyntaxError', number);
        }
        tokens.push(token);
      }
    }
  }

  private newline(): void {
    this.at++;
    this.line++;
  }

  private comment(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end;
  }

  private token(): Token {
    const rest = this.text.slice(this.at, this.at + 300);
    const [opening, prefix = '', quote = ''] = /^([rRbBuUfFtT]{0,2})("""|'''|"|')/.exec(rest) ?? [];
    if (opening !== undefined) return this.string(prefix.toLowerCase(), quote);
    const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest)?.[0];
    if (name !== undefined) return this.take('name', name);
    const number = /^(?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+)/i.exec(rest)?.[0];
    if (number !== undefined) return this.take('number', number);
    const operator = operators.exec(rest)?.[0];
    if (operator === undefined) throw new NotPython('SyntaxError', this.line);
    return this.take('op', operator);
  }

  private take(kind: Token['kind'], text: string): Token {
    this.at += text.length;
    return { kind, text };
  }

  private string(prefix: string, quote: string): Token {
    const from = this.at;
    const first = this.line;
    this.at += prefix.length + quote.length;
    let body = '';
    while (!this.text.startsWith(quote, this.at)) {
      const char = this.text[this.at];
      if (char === undefined || (char === '\n' && quote.length === 1)) throw new NotPython('SyntaxError', first);
      const length = char === '\\' ? 2 : 1;
      body += this.text.slice(this.at, this.at + length);
      if (this.text.slice(this.at, this.at + length).includes('\n')) this.line++;
      this.at += length;
    }
    this.at += quote.length;
    if (prefix.includes('b') || prefix.includes('t')) throw new NotModelled();
    const raw = prefix.includes('r');
    const text = this.text.slice(from, this.at);
    if (prefix.includes('f')) return { kind: 'string', text, value: '', pieces: pieces(body, raw) };
    return { kind: 'string', text, value: raw ? body : unescaped(body) };
  }
}

function pieces(body: string, raw: boolean): readonly Piece[] {
  const found: Piece[] = [];
  const plain = (text: string) => ({ text: raw ? text : unescaped(text) });
  let text = '';
  for (let at = 0; at < body.length; at++) {
    const pair = body.slice(at, at + 2);
    if (pair === '{{' || pair === '}}') {
      text += pair.charAt(0);
      at++;
    } else if (body[at] === '{') {
      const close = body.indexOf('}', at);
      const inside = body.slice(at + 1, close);
      if (close === -1 || /[!:={\\]/.test(inside)) throw new NotModelled();
      found.push(plain(text), { expression: new Tokenizer(inside).expression() });
      text = '';
      at = close;
    } else text += body[at];
  }
  return [...found, plain(text)];
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

function unescaped(body: string): string {
  return body.replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|[0-7]{1,3}|N|U|[\s\S])/g, (whole, code: string) => {
    if (code === 'N' || code === 'U') throw new NotModelled();
    if (/^[xu]./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return own(escapes, code) ?? whole;
  });
}
