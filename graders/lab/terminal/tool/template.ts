import { own } from '../../../core/own.ts';

/** Why a template gives no text. `beyond`: the real program may well understand it. `work`: it is more than the lab does. */
export interface Problem {
  readonly kind: 'parse' | 'field' | 'work' | 'beyond';
  readonly says: string;
}

/** What a template gives, or why it gives nothing. */
export type Filled = string | Problem;

/** Whether nobody can say what the real program gives. */
export const isBeyond = ({ kind }: Problem): boolean => kind === 'beyond' || kind === 'work';

const most = { letters: 500_000, steps: 100_000, template: 20_000, depth: 40 };

type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'value'; readonly expression: Expression; readonly sets?: string }
  | {
      readonly is: 'range' | 'if' | 'with';
      readonly expression: Expression;
      readonly names: readonly string[];
      readonly body: readonly Part[];
      readonly otherwise: readonly Part[];
    };

type Expression =
  | { readonly is: 'path'; readonly from: Expression | undefined; readonly keys: readonly string[] }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[] };

class Stop extends Error {
  constructor(
    readonly kind: Problem['kind'],
    message: string,
  ) {
    super(message);
  }
}

/**
 * A Go template over plain data: fields, texts, variables, pipelines, `range`, `if`, `with`, `else`, and the functions of a table.
 * Anything else the lab does not model.
 * @param options `strict`: the data is a struct of the real program, so that a field it does not have is an error
 * @see https://pkg.go.dev/text/template
 */
export function fill(template: string, data: unknown, options: { readonly strict?: boolean } = {}): Filled {
  try {
    if (template.length > most.template) throw new Stop('work', 'it is longer than the lab reads');
    const tokens = template.match(/\{\{[\s\S]*?\}\}|(?:(?!\{\{)[\s\S])+/g) ?? [];
    const parts = new Parser(trimmed(tokens)).parts(0).parts;
    const run = new Run(data, options.strict === true);
    return run.print(parts, { dot: data, variables: new Map([['$', data]]) });
  } catch (stop) {
    if (stop instanceof Stop) return { kind: stop.kind, says: stop.message };
    throw stop;
  }
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

  constructor(private readonly tokens: readonly string[]) {}

  /** The parts up to the end of a block, and the word that ended it. */
  parts(depth: number): { readonly parts: readonly Part[]; readonly end: string } {
    if (depth > most.depth) throw new Stop('work', 'it nests too deeply');
    const parts: Part[] = [];
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at] ?? '';
      if (!token.startsWith('{{')) {
        parts.push({ is: 'text', text: token });
        continue;
      }
      const inner = token.slice(2, -2).replace(/^-\s/, '').replace(/\s-$/, '').trim();
      if (inner === 'end' || /^else(?:\s|$)/.test(inner)) {
        if (depth === 0) throw new Stop('parse', `unexpected {{${inner}}}`);
        return { parts, end: inner };
      }
      if (inner.startsWith('/*')) continue;
      const [, word, rest = ''] = /^(range|if|with)\s+([\s\S]+)$/.exec(inner) ?? [];
      parts.push(word === undefined ? valuePart(inner) : this.block(word as 'range', rest, depth));
    }
    if (depth > 0) throw new Stop('parse', 'unexpected EOF');
    return { parts, end: '' };
  }

  private block(is: 'range' | 'if' | 'with', written: string, depth: number): Part {
    const [, declared, head = written] = /^(\$\w+(?:\s*,\s*\$\w+)?)\s*:=\s*([\s\S]+)$/.exec(written) ?? [];
    const names = declared?.split(/\s*,\s*/) ?? [];
    const expression = expressionOf(head);
    this.at++;
    const { parts: body, end } = this.parts(depth + 1);
    if (end === 'end') return { is, expression, names, body, otherwise: [] };
    const [, again, condition = ''] = /^else\s+(if|with)\s+([\s\S]+)$/.exec(end) ?? [];
    if (again !== undefined)
      return { is, expression, names, body, otherwise: [this.block(again as 'if', condition, depth + 1)] };
    this.at++;
    const { parts: otherwise, end: last } = this.parts(depth + 1);
    if (last !== 'end') throw new Stop('parse', `unexpected {{${last}}}`);
    return { is, expression, names, body, otherwise };
  }
}

function valuePart(inner: string): Part {
  const [, name, written] = /^(\$\w+)\s*:?=\s*([\s\S]+)$/.exec(inner) ?? [];
  if (name !== undefined && written !== undefined)
    return { is: 'value', expression: expressionOf(written), sets: name };
  return { is: 'value', expression: expressionOf(inner) };
}

const words =
  /"(?:[^"\\]|\\.)*"|`[^`]*`|\((?:[^()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*")*\))*\)(?:\.[\w.-]+)?|\||[^\s"`()|]+/g;

/** A pipeline: what stands before a `|` is the last argument of what stands behind it. */
function expressionOf(text: string): Expression {
  const steps: string[][] = [[]];
  for (const word of text.match(words) ?? []) {
    if (word === '|') steps.push([]);
    else steps.at(-1)?.push(word);
  }
  const [first, ...rest] = steps;
  let value = commandOf(first ?? [], text);
  for (const step of rest) {
    const next = commandOf(step, text, true);
    if (next.is !== 'call') throw unknown(text);
    value = { ...next, args: [...next.args, value] };
  }
  return value;
}

function commandOf(step: readonly string[], text: string, piped = false): Expression {
  const [first = '', ...rest] = step;
  if (functions.has(first)) return { is: 'call', name: first, args: rest.map(single) };
  if (piped || rest.length > 0) throw unknown(text);
  return single(first);
}

function single(word: string): Expression {
  if (/^["`]/.test(word)) return { is: 'literal', value: word.startsWith('`') ? word.slice(1, -1) : unescaped(word) };
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return { is: 'literal', value: Number(word) };
  if (word === 'true' || word === 'false') return { is: 'literal', value: word === 'true' };
  if (word.startsWith('(')) {
    const close = word.lastIndexOf(')');
    return { is: 'path', from: expressionOf(word.slice(1, close)), keys: keysOf(word.slice(close + 1)) };
  }
  const [, variable, keys] = /^(\$\w*)((?:\.[\w-]+)*)$/.exec(word) ?? [];
  if (variable !== undefined) return { is: 'path', from: { is: 'variable', name: variable }, keys: keysOf(keys ?? '') };
  if (!/^\.(?:[\w-]+(?:\.[\w-]+)*)?$/.test(word)) throw unknown(word);
  return { is: 'path', from: undefined, keys: keysOf(word) };
}

const keysOf = (text: string): readonly string[] => text.split('.').filter(Boolean);

const unescaped = (text: string): string =>
  text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : letter));

const unknown = (text: string): Stop => new Stop('beyond', `{{${text}}}`);

interface Scope {
  readonly dot: unknown;
  readonly variables: Map<string, unknown>;
}

class Run {
  private steps = 0;
  private letters = 0;

  constructor(
    private readonly root: unknown,
    private readonly strict: boolean,
  ) {}

  print(parts: readonly Part[], scope: Scope): string {
    let out = '';
    for (const part of parts) {
      if (++this.steps > most.steps || this.letters > most.letters)
        throw new Stop('work', 'more work than the lab does for one template');
      if (part.is === 'text') out += this.counted(part.text);
      else if (part.is !== 'value') out += this.block(part, scope);
      else if (part.sets === undefined) out += this.counted(shown(this.evaluate(part.expression, scope)));
      else scope.variables.set(part.sets, this.evaluate(part.expression, scope));
    }
    return out;
  }

  private counted(text: string): string {
    this.letters += text.length;
    return text;
  }

  private block(
    { is, expression, names, body, otherwise }: Extract<Part, { body: unknown }>,
    { dot, variables }: Scope,
  ): string {
    const value = this.evaluate(expression, { dot, variables });
    const inside = (one: unknown, bound: readonly (readonly [string, unknown])[]): Scope => ({
      dot: one,
      variables: new Map([...variables, ...bound]),
    });
    if (is !== 'range') {
      const bound = names.map((name) => [name, value] as const);
      if (!isTrue(value)) return this.print(otherwise, inside(dot, bound));
      return this.print(body, inside(is === 'with' ? value : dot, bound));
    }
    const entries: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
      ? [...value.entries()]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
        : [];
    if (entries.length === 0) return this.print(otherwise, { dot, variables });
    const [first = '', second] = names;
    return entries
      .map(([key, one]) => {
        const bound =
          second !== undefined
            ? ([
                [first, key],
                [second, one],
              ] as const)
            : ([[first, one]] as const);
        return this.print(body, inside(one, names.length === 0 ? [] : bound));
      })
      .join('');
  }

  private evaluate(one: Expression, scope: Scope): unknown {
    switch (one.is) {
      case 'literal':
        return one.value;
      case 'variable':
        if (!scope.variables.has(one.name)) throw new Stop('parse', `undefined variable "${one.name}"`);
        return scope.variables.get(one.name);
      case 'path': {
        let value = one.from ? this.evaluate(one.from, scope) : scope.dot;
        for (const key of one.keys) {
          if (this.strict && value === this.root && !Object.hasOwn(Object(value), key))
            throw new Stop('field', `can't evaluate field ${key}`);
          value = typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, key) : undefined;
        }
        return value;
      }
      case 'call':
        return functions.get(one.name)?.(one.args.map((arg) => this.evaluate(arg, scope)));
    }
  }
}

type Function = (args: readonly unknown[]) => unknown;

const functions: ReadonlyMap<string, Function> = new Map<string, Function>([
  ['and', (args) => args.find((value) => !isTrue(value)) ?? args.at(-1)],
  ['eq', ([first, ...rest]) => rest.some((value) => value === first)],
  ['index', ([first, ...keys]) => keys.reduce(itemOf, first)],
  ['join', ([list, by]) => (Array.isArray(list) ? list.map(shown).join(shown(by)) : '')],
  ['json', ([value]) => JSON.stringify(value ?? null)],
  [
    'len',
    ([value]) =>
      Array.isArray(value) || typeof value === 'string' ? value.length : Object.keys(Object(value ?? {})).length,
  ],
  ['lower', ([value]) => shown(value).toLowerCase()],
  ['ne', ([first, second]) => first !== second],
  ['not', ([value]) => !isTrue(value)],
  ['or', (args) => args.find(isTrue) ?? args.at(-1)],
  ['print', (args) => args.map(shown).join('')],
  ['printf', ([format, ...args]) => formatted(shown(format), args)],
  ['println', (args) => `${args.map(shown).join(' ')}\n`],
  ['upper', ([value]) => shown(value).toUpperCase()],
]);

const itemOf = (value: unknown, key: unknown): unknown =>
  typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, String(key)) : undefined;

/** `%s`, `%v`, `%d`, `%q` and `%%`, without widths. */
function formatted(format: string, args: readonly unknown[]): string {
  let next = 0;
  return format.replace(/%(.)/g, (whole, verb: string) => {
    if (verb === '%') return '%';
    const value = args[next++];
    if (verb === 'q') return JSON.stringify(shown(value));
    if (verb === 's' || verb === 'v' || verb === 'd') return shown(value);
    throw unknown(`printf ${JSON.stringify(whole)}`);
  });
}

const isTrue = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : Boolean(value);

/** A value as Go prints it: `[a b]`, `map[k:v]`, `<no value>` for none. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '<no value>';
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  return `map[${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${key}:${shown(one)}`)
    .join(' ')}]`;
}
