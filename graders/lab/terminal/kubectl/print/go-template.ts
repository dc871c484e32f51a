import { own } from '../../../../core/own.ts';
import { shown } from '../../tool/template.ts';
import { Beyond, wrong } from '../stop.ts';

/** Letters and values that one template may give. */
const most = { letters: 500_000, steps: 100_000, template: 20_000, depth: 40 };

type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'value'; readonly expression: Expression }
  | {
      readonly is: 'range' | 'if' | 'with';
      readonly expression: Expression;
      readonly body: readonly Part[];
      readonly otherwise: readonly Part[];
    };
type Expression =
  | { readonly is: 'path'; readonly from: Expression | undefined; readonly keys: readonly string[] }
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[] };

/**
 * A Go template of `kubectl -o go-template`: fields, texts, `range`, `if`, `with`, `index`, `len`, `eq`, `ne`, `not`, `and`, `or`,
 * `print`, `println`. Anything else the lab does not model.
 * @see https://pkg.go.dev/text/template
 */
export function goTemplate(template: string): (root: unknown) => string {
  if (template.length > most.template) throw wrong('error parsing template: it is longer than the lab reads');
  const tokens = template.match(/\{\{[\s\S]*?\}\}|(?:(?!\{\{)[\s\S])+/g) ?? [];
  const parser = new Parser(trimmed(tokens), template);
  const parts = parser.parts(0);
  return (root) => {
    const work = { steps: 0, letters: 0 };
    return print(parts, root, work);
  };
}

/** `{{-` and `-}}` take away the blanks beside them. */
function trimmed(tokens: readonly string[]): readonly string[] {
  return tokens.map((token, index) => {
    if (token.startsWith('{{')) return token;
    const left = /\s-\}\}$/.test(tokens[index - 1] ?? '') ? token.trimStart() : token;
    return /^\{\{-\s/.test(tokens[index + 1] ?? '') ? left.trimEnd() : left;
  });
}

class Parser {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly template: string;
  constructor(tokens: readonly string[], template: string) {
    this.tokens = tokens;
    this.template = template;
  }

  parts(depth: number): readonly Part[] {
    const parts: Part[] = [];
    if (depth > most.depth) throw wrong('error parsing template: it nests too deeply');
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at] ?? '';
      if (!token.startsWith('{{')) {
        parts.push({ is: 'text', text: token });
        continue;
      }
      const inner = token.slice(2, -2).replace(/^-\s/, '').replace(/\s-$/, '').trim();
      if (inner === 'end' || inner === 'else') {
        if (depth === 0) throw this.broken(`unexpected {{${inner}}}`);
        return parts;
      }
      if (inner.startsWith('/*')) continue;
      const [, word, rest = ''] = /^(range|if|with)\s+([\s\S]+)$/.exec(inner) ?? [];
      if (word === undefined) parts.push({ is: 'value', expression: expression(inner) });
      else parts.push(this.block(word as 'range', rest, depth));
    }
    if (depth > 0) throw this.broken('unexpected EOF');
    return parts;
  }

  private block(is: 'range' | 'if' | 'with', written: string, depth: number): Part {
    this.at++;
    const body = this.parts(depth + 1);
    let otherwise: readonly Part[] = [];
    if (/^\{\{-?\s*else/.test(this.tokens[this.at] ?? '')) {
      this.at++;
      otherwise = this.parts(depth + 1);
    }
    return { is, expression: expression(written), body, otherwise };
  }

  private broken(why: string) {
    return wrong(`error parsing template ${this.template}, template: output:1: ${why}`);
  }
}

const functions = new Set(['index', 'len', 'eq', 'ne', 'not', 'and', 'or', 'print', 'println']);

function expression(text: string): Expression {
  const words: readonly string[] =
    text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)(?:\.[\w.-]+)?|[^\s"`()]+/g) ??
    [];
  const [first = '', ...rest] = words;
  if (words.includes('|') || first.startsWith('$') || words.includes(':=')) throw unknown(text);
  if (rest.length === 0) return single(first);
  if (!functions.has(first)) throw unknown(text);
  return { is: 'call', name: first, args: rest.map(single) };
}

function single(word: string): Expression {
  if (/^["`]/.test(word)) return { is: 'literal', value: word.startsWith('`') ? word.slice(1, -1) : unescaped(word) };
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return { is: 'literal', value: Number(word) };
  if (word === 'true' || word === 'false') return { is: 'literal', value: word === 'true' };
  if (word.startsWith('(')) {
    const close = word.lastIndexOf(')');
    return {
      is: 'path',
      from: expression(word.slice(1, close)),
      keys: word
        .slice(close + 1)
        .split('.')
        .filter(Boolean),
    };
  }
  if (!word.startsWith('.')) throw unknown(word);
  return { is: 'path', from: undefined, keys: word.split('.').filter(Boolean) };
}

const unescaped = (text: string): string =>
  text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : letter));

const unknown = (text: string): Beyond =>
  new Beyond({
    es: `El laboratorio no modela \`{{${text}}}\` en una plantilla de Go.`,
    en: `The lab does not model \`{{${text}}}\` in a Go template.`,
  });

interface Work {
  steps: number;
  letters: number;
}

function evaluate(one: Expression, dot: unknown): unknown {
  switch (one.is) {
    case 'literal':
      return one.value;
    case 'path': {
      let value = one.from ? evaluate(one.from, dot) : dot;
      for (const key of one.keys)
        value = typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, key) : undefined;
      return value;
    }
    case 'call':
      return call(
        one.name,
        one.args.map((arg) => evaluate(arg, dot)),
      );
  }
}

function call(name: string, args: readonly unknown[]): unknown {
  const [first, ...rest] = args;
  switch (name) {
    case 'index':
      return rest.reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null
            ? own(value as Record<string, unknown>, key as string)
            : undefined,
        first,
      );
    case 'len':
      return Array.isArray(first) || typeof first === 'string'
        ? first.length
        : Object.keys((first ?? {}) as object).length;
    case 'eq':
      return rest.some((value) => value === first);
    case 'ne':
      return first !== rest[0];
    case 'not':
      return !isTrue(first);
    case 'and':
      return args.find((value) => !isTrue(value)) ?? args.at(-1);
    case 'or':
      return args.find(isTrue) ?? args.at(-1);
    default:
      return `${args.map(shown).join(name === 'println' ? ' ' : '')}${name === 'println' ? '\n' : ''}`;
  }
}

const isTrue = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : Boolean(value);

function print(parts: readonly Part[], dot: unknown, work: Work): string {
  let out = '';
  for (const part of parts) {
    if (++work.steps > most.steps || out.length > most.letters)
      throw wrong('error executing template: more work than the lab does for one template');
    if (part.is === 'text') out += part.text;
    else if (part.is === 'value') out += shown(evaluate(part.expression, dot));
    else out += block(part, dot, work);
  }
  return out;
}

function block(
  { is, expression: one, body, otherwise }: Extract<Part, { body: unknown }>,
  dot: unknown,
  work: Work,
): string {
  const value = evaluate(one, dot);
  if (is !== 'range')
    return isTrue(value) ? print(body, is === 'with' ? value : dot, work) : print(otherwise, dot, work);
  const items = Array.isArray(value) ? value : typeof value === 'object' && value !== null ? sortedValues(value) : [];
  return items.length === 0 ? print(otherwise, dot, work) : items.map((item) => print(body, item, work)).join('');
}

const sortedValues = (map: object): readonly unknown[] =>
  Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
