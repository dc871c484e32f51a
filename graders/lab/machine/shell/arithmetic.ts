import { hole, isKnown } from '../unknown.ts';

/** Gives and sets the variables of an expression. */
export interface Variables {
  get(name: string): string;
  set(name: string, value: string): void;
}

class Unclear extends Error {}

/**
 * Works out `$(( ))`.
 * @returns the number as text, or a hole where a variable is not known or the expression is none
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_04
 */
export function arithmetic(text: string, variables: Variables): string {
  if (!isKnown(text)) return hole;
  const tokens =
    text.match(/\d+|[A-Za-z_]\w*|\*\*|<<=?|>>=?|[-+*/%]=|\+\+|--|<=|>=|==|!=|&&|\|\||[-+*/%()<>!=?:&|^~,]/g) ?? [];
  if (tokens.join('').length !== text.replace(/\s/g, '').length || tokens.length > 200) return hole;
  try {
    const reader = new Reader(tokens, variables);
    const value = tokens.length === 0 ? 0 : reader.assignment();
    return reader.isDone() && Number.isSafeInteger(value) ? String(value) : hole;
  } catch (stop) {
    if (stop instanceof Unclear) return hole;
    throw stop;
  }
}

/** From the loosest to the tightest. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly variables: Variables,
  ) {}

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  assignment(): number {
    const name = this.tokens[this.at] ?? '';
    const sign = this.tokens[this.at + 1] ?? '';
    if (!/^[A-Za-z_]/.test(name) || !/^[-+*/%]?=$/.test(sign)) return this.choice();
    this.at += 2;
    const given = this.assignment();
    const value = sign === '=' ? given : apply(sign.slice(0, -1), this.valueOf(name), given);
    this.variables.set(name, String(value));
    return value;
  }

  private choice(): number {
    const test = this.level(0);
    if (this.tokens[this.at] !== '?') return test;
    this.at++;
    const yes = this.assignment();
    if (this.tokens[this.at++] !== ':') throw new Unclear();
    const no = this.assignment();
    return test === 0 ? no : yes;
  }

  private level(index: number): number {
    const signs = levels[index];
    if (!signs) return this.single();
    let value = this.level(index + 1);
    for (let sign = this.tokens[this.at] ?? ''; signs.includes(sign); sign = this.tokens[this.at] ?? '') {
      this.at++;
      value = apply(sign, value, this.level(index + 1));
    }
    return value;
  }

  private single(): number {
    const token = this.tokens[this.at++] ?? '';
    if (token === '(') {
      const value = this.assignment();
      if (this.tokens[this.at++] !== ')') throw new Unclear();
      return value;
    }
    if (token === '-') return -this.single();
    if (token === '+') return this.single();
    if (token === '!') return this.single() === 0 ? 1 : 0;
    if (token === '++' || token === '--') {
      const name = this.tokens[this.at++] ?? '';
      const value = this.valueOf(name) + (token === '++' ? 1 : -1);
      this.variables.set(name, String(value));
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    const value = this.valueOf(token);
    const next = this.tokens[this.at] ?? '';
    if (next !== '++' && next !== '--') return value;
    this.at++;
    this.variables.set(token, String(value + (next === '++' ? 1 : -1)));
    return value;
  }

  private valueOf(name: string): number {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new Unclear();
    const text = this.variables.get(name).trim();
    if (!/^(?:-?\d{1,15})?$/.test(text)) throw new Unclear();
    return Number(text);
  }
}

function apply(sign: string, a: number, b: number): number {
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
    case '%':
      if (b === 0) throw new Unclear();
      return sign === '%' ? a % b : Math.trunc(a / b);
    case '&&':
      return a !== 0 && b !== 0 ? 1 : 0;
    case '||':
      return a !== 0 || b !== 0 ? 1 : 0;
    case '==':
      return a === b ? 1 : 0;
    case '!=':
      return a !== b ? 1 : 0;
    case '<':
      return a < b ? 1 : 0;
    case '<=':
      return a <= b ? 1 : 0;
    case '>':
      return a > b ? 1 : 0;
    case '>=':
      return a >= b ? 1 : 0;
    default:
      throw new Unclear();
  }
}
