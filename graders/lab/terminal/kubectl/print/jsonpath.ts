import { own } from '../../../../core/own.ts';
import { wrong } from '../stop.ts';
import { compactJson } from './json.ts';

/** Values and letters that one template may give: beyond it the lab stops. */
const most = { values: 20_000, steps: 200_000, letters: 500_000, template: 20_000, depth: 40 };

type Step =
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'deep'; readonly name: string }
  | { readonly is: 'every' }
  | { readonly is: 'item'; readonly index: number }
  | { readonly is: 'union'; readonly paths: readonly (readonly Step[])[] }
  | { readonly is: 'slice'; readonly from: number | undefined; readonly to: number | undefined; readonly by: number }
  | {
      readonly is: 'filter';
      readonly left: readonly Step[];
      readonly sign: string;
      readonly right: Operand | undefined;
    };
type Operand = { readonly value: string | number | boolean } | { readonly path: readonly Step[] };
type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'path'; readonly steps: readonly Step[] }
  | { readonly is: 'range'; readonly steps: readonly Step[]; readonly body: readonly Part[] };

/**
 * A template of `kubectl -o jsonpath`: text with `{.spec.replicas}`, `{range .items[*]}…{end}`, `[?(@.a=="b")]`, `['a','b']`, `..name`.
 * @see https://kubernetes.io/docs/reference/kubectl/jsonpath/
 */
export function jsonPath(template: string): (root: unknown) => string {
  const parts = parse(template);
  return (root) => {
    const work = { steps: 0, letters: 0 };
    try {
      return print(parts, root, root, work);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      throw wrong(
        `error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${failure.message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}`,
      );
    }
  };
}

/** What makes the engine give up on a value: an index beyond its end, things that cannot be compared. */
class Failure extends Error {}

/** The values at the end of one path: `.status.phase` or `{.status.phase}`. */
export function pathValues(path: string): (root: unknown) => readonly unknown[] {
  const inner = path.trim().replace(/^\{([\s\S]*)\}$/, '$1');
  const steps = new Reader(
    inner.startsWith('.') || inner.startsWith('[') || inner.startsWith('$') || inner.startsWith('@')
      ? inner
      : `.${inner}`,
  ).path();
  return (root) => {
    try {
      return walk(steps, [root], root, { steps: 0, letters: 0 });
    } catch (failure) {
      if (failure instanceof Failure) throw wrong(failure.message);
      throw failure;
    }
  };
}

interface Work {
  steps: number;
  letters: number;
}

function parse(template: string): readonly Part[] {
  if (template.length > most.template) throw wrong('error parsing jsonpath: the template is longer than the lab reads');
  const tokens = [...template.matchAll(/\{((?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\}|[^{]+|\{/g)];
  const stack: { steps: readonly Step[]; body: Part[] }[] = [{ steps: [], body: [] }];
  const push = (part: Part) => stack.at(-1)?.body.push(part);
  for (const token of tokens) {
    const [whole, inner] = token;
    if (whole === '{') throw wrong(`error parsing jsonpath ${template}, unclosed action`);
    if (inner === undefined) push({ is: 'text', text: whole });
    else action(inner.trim(), stack, push);
  }
  const [root, ...open] = stack;
  if (open.length > 0) throw wrong(`error parsing jsonpath ${template}, unclosed range`);
  return root?.body ?? [];
}

function action(text: string, stack: { steps: readonly Step[]; body: Part[] }[], push: (part: Part) => void): void {
  if (text === 'end') {
    const done = stack.pop();
    if (!done || stack.length === 0) throw wrong('error parsing jsonpath, not in range, nothing to end');
    push({ is: 'range', steps: done.steps, body: done.body });
    return;
  }
  if (/^range\b/.test(text)) {
    if (stack.length > most.depth) throw wrong('error parsing jsonpath: ranges nest too deeply');
    stack.push({ steps: new Reader(text.slice(5).trim()).path(), body: [] });
    return;
  }
  for (const piece of text.match(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'(?!\])|(?:\[(?:[^\]"']|"[^"]*"|'[^']*')*\]|[^\s"'[])+/g,
  ) ?? []) {
    if (/^["']/.test(piece)) push({ is: 'text', text: unquoted(piece) });
    else push({ is: 'path', steps: new Reader(piece).path() });
  }
}

function unquoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
  return text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => own(escapes, letter) ?? letter);
}

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  path(end = false): readonly Step[] {
    const steps: Step[] = [];
    if (/^[$@]/.test(this.text.slice(this.at))) this.at++;
    while (this.at < this.text.length) {
      const letter = this.text.charAt(this.at);
      if (end && !/[.[]/.test(letter)) break;
      if (this.text.startsWith('..', this.at)) {
        this.at += 2;
        steps.push({ is: 'deep', name: this.name() });
      } else if (letter === '.') {
        this.at++;
        if (this.at >= this.text.length) break;
        const name = this.name();
        if (name !== '') steps.push(name === '*' ? { is: 'every' } : { is: 'field', name });
      } else if (letter === '[') steps.push(this.bracket());
      else if (steps.length === 0)
        throw wrong(`error parsing jsonpath {${this.text}}, unrecognized identifier ${this.text.trim()}`);
      else throw wrong(`error parsing jsonpath {${this.text}}, unexpected ${JSON.stringify(letter)}`);
    }
    return steps;
  }

  private name(): string {
    let out = '';
    while (this.at < this.text.length) {
      const letter = this.text.charAt(this.at);
      if (letter === '\\') {
        out += this.text.charAt(this.at + 1);
        this.at += 2;
      } else if (/[\s.[\]()=!<>,]/.test(letter)) break;
      else {
        out += letter;
        this.at++;
      }
    }
    return out;
  }

  private bracket(): Step {
    const close = this.closing();
    const inner = this.text.slice(this.at + 1, close).trim();
    this.at = close + 1;
    if (inner === '*') return { is: 'every' };
    const [, condition] = /^\?\s*\(([\s\S]*)\)$/.exec(inner) ?? [];
    if (condition !== undefined) return filterOf(condition.trim());
    const [, from, to, by] = /^(-?\d*):(-?\d*)(?::(-?\d+))?$/.exec(inner) ?? [];
    if (from !== undefined && to !== undefined) {
      return {
        is: 'slice',
        from: from === '' ? undefined : Number(from),
        to: to === '' ? undefined : Number(to),
        by: Number(by ?? 1),
      };
    }
    const paths = (inner.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,\s]+/g) ?? []).map((key): readonly Step[] => {
      // A key in quotes is a path of its own: its dots part names, unless they are escaped.
      if (/^["']/.test(key)) return new Reader(`.${key.slice(1, -1)}`).path();
      if (/^-?\d+$/.test(key)) return [{ is: 'item', index: Number(key) }];
      throw wrong(`error parsing jsonpath {${this.text}}, invalid array index ${key}`);
    });
    return { is: 'union', paths };
  }

  private closing(): number {
    let depth = 0;
    let quote = '';
    for (let at = this.at; at < this.text.length; at++) {
      const letter = this.text.charAt(at);
      if (quote !== '') {
        if (letter === '\\') at++;
        else if (letter === quote) quote = '';
      } else if (letter === '"' || letter === "'") quote = letter;
      else if (letter === '[') depth++;
      else if (letter === ']' && --depth === 0) return at;
    }
    throw wrong(`error parsing jsonpath {${this.text}}, unterminated array`);
  }

  operand(): Operand {
    while (this.text.charAt(this.at) === ' ') this.at++;
    const rest = this.text.slice(this.at);
    const [quoted] = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/.exec(rest) ?? [];
    if (quoted !== undefined) {
      this.at += quoted.length;
      return { value: unquoted(quoted) };
    }
    const [word] = /^(?:true|false|-?\d+(?:\.\d+)?)/.exec(rest) ?? [];
    if (word !== undefined) {
      this.at += word.length;
      return { value: word === 'true' ? true : word === 'false' ? false : Number(word) };
    }
    return { path: this.path(true) };
  }

  rest(): string {
    return this.text.slice(this.at).trim();
  }
}

function filterOf(condition: string): Step {
  const reader = new Reader(condition);
  const left = reader.operand();
  const [, sign = '', right = ''] = /^(==|!=|<=|>=|<|>)\s*([\s\S]+)$/.exec(reader.rest()) ?? [];
  if (!('path' in left) || (reader.rest() !== '' && sign === ''))
    throw wrong(`error parsing jsonpath, invalid filter ${condition}`);
  return { is: 'filter', left: left.path, sign, right: sign === '' ? undefined : new Reader(right).operand() };
}

function walk(steps: readonly Step[], from: readonly unknown[], root: unknown, work: Work): readonly unknown[] {
  let values = from;
  for (const step of steps) {
    const next: unknown[] = [];
    if (step.is === 'union') {
      // One part of a union after the other, each over all values.
      for (const path of step.paths) next.push(...walk(path, values, root, work));
      if (next.length > most.values)
        throw wrong('error executing jsonpath: more work than the lab does for one template');
      values = next;
      continue;
    }
    for (const value of values) {
      for (const found of take(step, value, root, work)) {
        next.push(found);
        if (next.length > most.values || ++work.steps > most.steps)
          throw wrong('error executing jsonpath: more work than the lab does for one template');
      }
    }
    values = next;
  }
  return values;
}

function take(step: Exclude<Step, { is: 'union' }>, value: unknown, root: unknown, work: Work): readonly unknown[] {
  switch (step.is) {
    case 'field':
      return one(value, step.name);
    case 'every':
      return Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : [];
    case 'deep':
      return deep(value, step.name, work);
    case 'item':
      return sliced(value, step.index, step.index < 0 ? undefined : step.index + 1, 1, true);
    case 'slice':
      return sliced(value, step.from, step.to, step.by, false);
    case 'filter': {
      if (!Array.isArray(value))
        throw new Failure(`${shown(value ?? null)} is not array or slice and cannot be filtered`);
      return value.filter((item) => passes(step, item, root, work));
    }
  }
}

/** Part of a list, as the engine of client-go counts: what lies beyond the list is an error, what is no list as well. */
function sliced(
  value: unknown,
  from: number | undefined,
  to: number | undefined,
  by: number,
  isItem: boolean,
): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value))
    throw new Failure(`${typeof value === 'object' ? 'map[string]interface {}' : typeof value} is not array or slice`);
  const { length } = value;
  const start = from === undefined ? 0 : from < 0 ? from + length : from;
  const end = to === undefined ? (isItem ? start + 1 : length) : to < 0 ? to + length : to;
  if (start === end) return [];
  const beyond = (index: number) => new Failure(`array index out of bounds: index ${index}, length ${length}`);
  if (start >= length || start < 0) throw beyond(start);
  if (end > length || end < 0) throw beyond(end - 1);
  if (start > end) throw new Failure(`starting index ${start} is greater than ending index ${end}`);
  if (by <= 0) throw new Failure('step must be > 0');
  const part = value.slice(start, end);
  return by > 1 ? part.filter((_, index) => index % by === 0) : part;
}

function one(value: unknown, key: string | number): readonly unknown[] {
  if (Array.isArray(value)) {
    const index = Number(key) < 0 ? value.length + Number(key) : Number(key);
    return Number.isInteger(index) && index >= 0 && index < value.length ? [value[index]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const found = own(value as Record<string, unknown>, key);
  return found === undefined ? [] : [found];
}

function deep(value: unknown, name: string, work: Work): readonly unknown[] {
  const found: unknown[] = [];
  const visit = (inner: unknown, depth: number) => {
    if (typeof inner !== 'object' || inner === null || depth > 60 || ++work.steps > most.steps) return;
    if (!Array.isArray(inner)) found.push(...(name === '*' ? Object.values(inner) : one(inner, name)));
    for (const next of Array.isArray(inner) ? inner : Object.values(inner)) visit(next, depth + 1);
  };
  visit(value, 0);
  return found;
}

function passes(
  { left, sign, right }: Extract<Step, { is: 'filter' }>,
  item: unknown,
  root: unknown,
  work: Work,
): boolean {
  if (right === undefined) return exists(left, item, root, work);
  const lefts = walk(left, [item], root, work);
  if (lefts.length === 0) return false;
  const rights = 'value' in right ? [right.value] : walk(right.path, [item], root, work);
  if (rights.length === 0) return false;
  if (lefts.length > 1 || rights.length > 1) throw new Failure('can only compare one element at a time');
  return compared(lefts[0], sign, rights[0]);
}

function exists(path: readonly Step[], item: unknown, root: unknown, work: Work): boolean {
  try {
    return walk(path, [item], root, work).length > 0;
  } catch (failure) {
    if (failure instanceof Failure) return false;
    throw failure;
  }
}

/** Only values of one kind compare, and of those only numbers and texts have an order. */
function compared(a: unknown, sign: string, b: unknown): boolean {
  const isOrder = sign !== '==' && sign !== '!=';
  const kinds = [kindOf(a), kindOf(b)];
  if (kinds.includes('other') || (isOrder && kinds.includes('boolean')))
    throw new Failure('invalid type for comparison');
  if (kinds[0] !== kinds[1]) throw new Failure('incompatible types for comparison');
  switch (sign) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return (a as number) < (b as number);
    case '>':
      return (a as number) > (b as number);
    case '<=':
      return (a as number) <= (b as number);
    default:
      return (a as number) >= (b as number);
  }
}

const kindOf = (value: unknown): string => (/^(?:string|number|boolean)$/.test(typeof value) ? typeof value : 'other');

function print(parts: readonly Part[], current: unknown, root: unknown, work: Work): string {
  let out = '';
  for (const part of parts) {
    if (part.is === 'text') out += part.text;
    else if (part.is === 'path') out += walk(part.steps, [current], root, work).map(shown).join(' ');
    else for (const item of walk(part.steps, [current], root, work)) out += print(part.body, item, root, work);
    work.letters += out.length > most.letters ? most.letters : 0;
    if (out.length > most.letters) throw wrong('error executing jsonpath: more output than the lab gives');
  }
  return out;
}

/** A value as JSONPath prints it: maps and lists as JSON, texts as they are. */
export function shown(value: unknown): string {
  if (value === null) return '<nil>';
  return typeof value === 'object' ? compactJson(value) : String(value);
}
