import { own } from '../../../../core/own.ts';
import { re2 } from '../../../../core/re2/re2.ts';
import { decoded, encoded } from '../../tool/base64.ts';
import { type Filter, Unread } from './parse.ts';

/** What jq says when a filter meets a value that it is not for. */
export class JqError extends Error {
  constructor(readonly value: unknown) {
    super(typeof value === 'string' ? value : JSON.stringify(value));
  }
}

export type Variables = ReadonlyMap<string, unknown>;

/** Values that one filter may make. */
const most = 200_000;

/** Evaluates filters; one for each run, so that what it makes is counted. */
export class Evaluator {
  private made = 0;

  /** The values that a filter makes of one. @throws JqError, Unread */
  run(filter: Filter, input: unknown, variables: Variables): readonly unknown[] {
    this.count(1);
    const values = this.valuesOf(filter, input, variables);
    this.count(values.length);
    return values;
  }

  private count(values: number): void {
    this.made += values;
    if (this.made > most) throw new Unread();
  }

  private valuesOf(filter: Filter, input: unknown, variables: Variables): readonly unknown[] {
    switch (filter.kind) {
      case 'identity':
        return [input];
      case 'recurse':
        return this.everything(input);
      case 'literal':
        return [filter.value];
      case 'variable':
        if (filter.name === 'ENV' || !variables.has(filter.name)) throw new Unread();
        return [variables.get(filter.name)];
      case 'format':
        return [formatted(filter.name, input)];
      case 'text':
        return this.texts(filter, input, variables);
      case 'field':
        return this.pairs(filter.of, filter.name, input, variables, (of, name) => [fieldOf(of, name)]);
      case 'slice':
        return this.slices(filter, input, variables);
      case 'each':
        return this.run(filter.of, input, variables).flatMap(itemsOf);
      case 'try':
        return this.tried(filter, input, variables);
      case 'list':
        return [filter.of ? [...this.run(filter.of, input, variables)] : []];
      case 'object':
        return this.objects(filter.entries, input, variables);
      case 'negative':
        return this.run(filter.of, input, variables).map((value) => {
          if (typeof value !== 'number') throw new JqError(`${shown(value)} cannot be negated`);
          return -value;
        });
      case 'binary':
        return this.binary(filter, input, variables);
      case 'if':
        return this.run(filter.test, input, variables).flatMap((value) =>
          isTrue(value)
            ? this.run(filter.yes, input, variables)
            : filter.no
              ? this.run(filter.no, input, variables)
              : [input],
        );
      case 'bind':
        return this.run(filter.of, input, variables).flatMap((value) =>
          this.run(filter.body, input, new Map(variables).set(filter.name, value)),
        );
      case 'reduce':
        return this.run(filter.start, input, variables).map((start) =>
          this.run(filter.of, input, variables).reduce<unknown>(
            (state, value) => this.run(filter.step, state, new Map(variables).set(filter.name, value)).at(-1) ?? null,
            start,
          ),
        );
      case 'call':
        return this.call(filter.name, filter.args, input, variables);
    }
  }

  private everything(value: unknown): readonly unknown[] {
    this.count(1);
    const items = Array.isArray(value) || isObject(value) ? itemsOf(value) : [];
    return [value, ...items.flatMap((one) => this.everything(one))];
  }

  private texts(
    { parts, format }: Extract<Filter, { kind: 'text' }>,
    input: unknown,
    variables: Variables,
  ): readonly string[] {
    let all: readonly string[] = [''];
    for (const part of parts) {
      const ends =
        typeof part === 'string'
          ? [part]
          : this.run(part, input, variables).map((value) =>
              format === undefined ? textOf(value) : formatted(format, value),
            );
      all = ends.flatMap((end) => all.map((begin) => begin + end));
    }
    return all;
  }

  private pairs(
    left: Filter,
    right: Filter,
    input: unknown,
    variables: Variables,
    join: (a: unknown, b: unknown) => readonly unknown[],
  ): readonly unknown[] {
    return this.run(right, input, variables).flatMap((b) =>
      this.run(left, input, variables).flatMap((a) => join(a, b)),
    );
  }

  private slices({ of, from, to }: Extract<Filter, { kind: 'slice' }>, input: unknown, variables: Variables) {
    const bound = (filter: Filter | undefined) => (filter ? this.run(filter, input, variables)[0] : undefined);
    const [first, last] = [bound(from), bound(to)];
    return this.run(of, input, variables).map((value) => {
      if (value === null) return null;
      if (typeof value !== 'string' && !Array.isArray(value))
        throw new JqError(`Cannot index ${typeOf(value)} with object`);
      return value.slice(typeof first === 'number' ? first : 0, typeof last === 'number' ? last : undefined);
    });
  }

  private tried(
    { body, otherwise }: Extract<Filter, { kind: 'try' }>,
    input: unknown,
    variables: Variables,
  ): readonly unknown[] {
    try {
      return this.run(body, input, variables);
    } catch (stop) {
      if (!(stop instanceof JqError)) throw stop;
      return otherwise ? this.run(otherwise, stop.value, variables) : [];
    }
  }

  private objects(
    entries: readonly (readonly [Filter, Filter])[],
    input: unknown,
    variables: Variables,
  ): readonly unknown[] {
    let all: readonly (readonly (readonly [string, unknown])[])[] = [[]];
    for (const [key, value] of entries) {
      const made = this.run(key, input, variables).flatMap((name) => {
        if (typeof name !== 'string') throw new JqError('Object keys must be strings');
        return this.run(value, input, variables).map((one) => [name, one] as const);
      });
      all = made.flatMap((entry) => all.map((before) => [...before, entry]));
    }
    return all.map((one) => Object.fromEntries(one));
  }

  private binary(
    { operator, left, right }: Extract<Filter, { kind: 'binary' }>,
    input: unknown,
    variables: Variables,
  ): readonly unknown[] {
    switch (operator) {
      case '|':
        return this.run(left, input, variables).flatMap((value) => this.run(right, value, variables));
      case ',':
        return [...this.run(left, input, variables), ...this.run(right, input, variables)];
      case '//': {
        const there = this.tried({ kind: 'try', body: left }, input, variables).filter(isTrue);
        return there.length > 0 ? there : this.run(right, input, variables);
      }
      case 'and':
      case 'or':
        return this.run(left, input, variables).flatMap((a) =>
          isTrue(a) === (operator === 'or') ? [operator === 'or'] : this.run(right, input, variables).map(isTrue),
        );
      default:
        return this.pairs(left, right, input, variables, (a, b) => [calculated(operator, a, b)]);
    }
  }

  private call(name: string, args: readonly Filter[], input: unknown, variables: Variables): readonly unknown[] {
    const of = (index: number, value: unknown = input) => {
      const filter = args[index];
      if (!filter) throw new Unread();
      return this.run(filter, value, variables);
    };
    const keyed = () => listOf(input).map((value) => ({ value, key: [...of(0, value)] }));
    const byKey = () => keyed().sort((a, b) => compare(a.key, b.key));
    switch (`${name}/${args.length}`) {
      case 'empty/0':
        return [];
      case 'error/0':
        throw new JqError(input);
      case 'error/1':
        throw new JqError(of(0)[0]);
      case 'map/1':
        return [itemsOf(input).flatMap((value) => of(0, value))];
      case 'map_values/1':
        return [
          Array.isArray(input)
            ? input.flatMap((value) => of(0, value).slice(0, 1))
            : Object.fromEntries(
                entriesOf(input).flatMap(([key, value]) =>
                  of(0, value)
                    .slice(0, 1)
                    .map((one) => [key, one]),
                ),
              ),
        ];
      case 'select/1':
        return of(0).flatMap((value) => (isTrue(value) ? [input] : []));
      case 'recurse/0':
        return this.everything(input);
      case 'first/1':
        return of(0).slice(0, 1);
      case 'last/1':
        return of(0).slice(-1);
      case 'limit/2':
        return of(0).flatMap((count) => of(1).slice(0, numberOf(count)));
      case 'range/1':
        return this.range(0, numberOf(of(0)[0]));
      case 'range/2':
        return this.range(numberOf(of(0)[0]), numberOf(of(1)[0]));
      case 'any/0':
        return [itemsOf(input).some(isTrue)];
      case 'all/0':
        return [itemsOf(input).every(isTrue)];
      case 'any/1':
        return [itemsOf(input).some((value) => of(0, value).some(isTrue))];
      case 'all/1':
        return [itemsOf(input).every((value) => of(0, value).every(isTrue))];
      case 'sort_by/1':
        return [byKey().map(({ value }) => value)];
      case 'min_by/1':
        return [byKey()[0]?.value ?? null];
      case 'max_by/1':
        return [byKey().at(-1)?.value ?? null];
      case 'group_by/1':
      case 'unique_by/1': {
        const groups: { key: unknown; values: unknown[] }[] = [];
        for (const { key, value } of byKey()) {
          const last = groups.at(-1);
          if (last && compare(last.key, key) === 0) last.values.push(value);
          else groups.push({ key, values: [value] });
        }
        return [groups.map(({ values }) => (name === 'group_by' ? values : values[0]))];
      }
      case 'with_entries/1':
        return [fromEntries(toEntries(input).flatMap((entry) => of(0, entry)))];
      case 'del/1':
        return [this.without(args[0], input, variables)];
      default:
        return args.length === 0
          ? [plain(name, input)]
          : combinations(args.map((_, index) => of(index))).map((given) => withArguments(name, input, given));
    }
  }

  private range(from: number, to: number): readonly number[] {
    const count = Math.max(0, Math.ceil(to - from));
    this.count(count);
    return Array.from({ length: count }, (_, index) => from + index);
  }

  /** `del(.a.b)`, of plain paths. */
  private without(path: Filter | undefined, input: unknown, variables: Variables): unknown {
    if (path?.kind === 'binary' && path.operator === ',')
      return this.without(path.right, this.without(path.left, input, variables), variables);
    if (path?.kind !== 'field') throw new Unread();
    const names = this.run(path.name, input, variables);
    const removed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.filter((_, index) => !names.includes(index))
        : isObject(value)
          ? Object.fromEntries(Object.entries(value).filter(([key]) => !names.includes(key)))
          : value;
    const changed = (of: Filter, change: (value: unknown) => unknown, whole: unknown): unknown => {
      if (of.kind === 'identity') return change(whole);
      if (of.kind === 'each')
        return changed(
          of.of,
          (value) =>
            Array.isArray(value)
              ? value.map(change)
              : Object.fromEntries(entriesOf(value).map(([key, one]) => [key, change(one)])),
          whole,
        );
      if (of.kind !== 'field') throw new Unread();
      const [name] = this.run(of.name, whole, variables);
      return changed(
        of.of,
        (value) => {
          if (Array.isArray(value)) return value.map((one, index) => (index === name ? change(one) : one));
          return Object.fromEntries(entriesOf(value).map(([key, one]) => [key, key === name ? change(one) : one]));
        },
        whole,
      );
    };
    return changed(path.of, removed, input);
  }
}

function combinations(lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return lists.reduce<readonly (readonly unknown[])[]>(
    (all, list) => all.flatMap((begin) => list.map((one) => [...begin, one])),
    [[]],
  );
}

/** Functions of one value. @see https://jqlang.org/manual/#builtin-operators-and-functions */
function plain(name: string, input: unknown): unknown {
  switch (name) {
    case 'length':
      if (input === null) return 0;
      if (typeof input === 'number') return Math.abs(input);
      if (typeof input === 'string') return [...input].length;
      if (typeof input === 'boolean') throw new JqError(`${shown(input)} has no length`);
      return Array.isArray(input) ? input.length : entriesOf(input).length;
    case 'not':
      return !isTrue(input);
    case 'keys':
    case 'keys_unsorted': {
      if (Array.isArray(input)) return input.map((_, index) => index);
      if (!isObject(input)) throw new JqError(`${shown(input)} has no keys`);
      const keys = Object.keys(input);
      return name === 'keys' ? keys.sort() : keys;
    }
    case 'add':
      return itemsOf(input).reduce<unknown>((sum, value) => calculated('+', sum, value), null);
    case 'type':
      return typeOf(input);
    case 'tostring':
      return textOf(input);
    case 'tojson':
      return JSON.stringify(input);
    case 'fromjson':
      return fromJson(input);
    case 'tonumber': {
      if (typeof input === 'number') return input;
      if (typeof input !== 'string' || input.trim() === '' || Number.isNaN(Number(input)))
        throw new JqError(`${shown(input)} cannot be parsed as a number`);
      return Number(input);
    }
    case 'ascii_downcase':
      return stringOf(input, name).toLowerCase();
    case 'ascii_upcase':
      return stringOf(input, name).toUpperCase();
    case 'trim':
      return stringOf(input, name).trim();
    case 'reverse':
      return typeof input === 'string' ? [...input].reverse().join('') : [...listOf(input)].reverse();
    case 'sort':
      return [...listOf(input)].sort(compare);
    case 'unique':
      return [...listOf(input)]
        .sort(compare)
        .filter((value, index, all) => index === 0 || compare(value, all[index - 1]) !== 0);
    case 'min':
      return [...listOf(input)].sort(compare)[0] ?? null;
    case 'max':
      return [...listOf(input)].sort(compare).at(-1) ?? null;
    case 'first':
      return fieldOf(input, 0);
    case 'last':
      return fieldOf(input, -1);
    case 'flatten':
      return listOf(input).flat(Number.POSITIVE_INFINITY);
    case 'floor':
      return Math.floor(numberOf(input));
    case 'ceil':
      return Math.ceil(numberOf(input));
    case 'round':
      return Math.round(numberOf(input));
    case 'to_entries':
      return toEntries(input);
    case 'from_entries':
      return fromEntries(listOf(input));
    default:
      throw new Unread();
  }
}

/** Functions of a value and others. */
function withArguments(name: string, input: unknown, [first, second]: readonly unknown[]): unknown {
  switch (name) {
    case 'has':
      if (Array.isArray(input)) return typeof first === 'number' && first >= 0 && first < input.length;
      return isObject(input) && typeof first === 'string' && Object.hasOwn(input, first);
    case 'join':
      return listOf(input)
        .map((value) => (value === null ? '' : textOf(value)))
        .join(stringOf(first, name));
    case 'split':
      return stringOf(input, name).split(stringOf(first, name));
    case 'contains':
      return contains(input, first);
    case 'inside':
      return contains(first, input);
    case 'startswith':
      return stringOf(input, name).startsWith(stringOf(first, name));
    case 'endswith':
      return stringOf(input, name).endsWith(stringOf(first, name));
    case 'ltrimstr':
      return typeof input === 'string' && typeof first === 'string' && input.startsWith(first)
        ? input.slice(first.length)
        : input;
    case 'rtrimstr':
      return typeof input === 'string' && typeof first === 'string' && input.endsWith(first)
        ? input.slice(0, input.length - first.length)
        : input;
    case 'test':
      return regular(first, second).matchesIn(stringOf(input, name));
    case 'index': {
      const found =
        typeof input === 'string'
          ? input.indexOf(stringOf(first, name))
          : listOf(input).findIndex((one) => compare(one, first) === 0);
      return found === -1 ? null : found;
    }
    case 'flatten':
      return listOf(input).flat(numberOf(first));
    default:
      throw new Unread();
  }
}

function regular(pattern: unknown, flags: unknown) {
  if (flags !== undefined && flags !== 'i' && flags !== null) throw new Unread();
  const read = re2(flags === 'i' ? `(?i)${stringOf(pattern, 'test')}` : stringOf(pattern, 'test'));
  if (!read) throw new JqError(`${stringOf(pattern, 'test')} (at offset 0) is not a valid regex`);
  return read;
}

const isTrue = (value: unknown): boolean => value !== null && value !== false;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;

/** `number (3)`, as messages show a value. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return `${typeOf(value)} (${text.length > 11 ? `${text.slice(0, 10)}...` : text})`;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function stringOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new JqError(`${name} input must be a string`);
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new JqError(`${shown(value)} number required`);
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new JqError(`Cannot iterate over ${shown(value)}`);
  return value;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (!isObject(value)) throw new JqError(`Cannot iterate over ${shown(value)}`);
  return Object.entries(value);
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return entriesOf(value).map(([, one]) => one);
}

function fieldOf(of: unknown, name: unknown): unknown {
  if (of === null) return null;
  if (typeof name === 'string') {
    if (!isObject(of)) throw new JqError(`Cannot index ${typeOf(of)} with ${JSON.stringify(name)}`);
    return own(of, name) ?? null;
  }
  if (typeof name === 'number') {
    if (!Array.isArray(of)) throw new JqError(`Cannot index ${typeOf(of)} with number`);
    return of.at(Math.floor(name)) ?? null;
  }
  throw new JqError(`Cannot index ${typeOf(of)} with ${typeOf(name)}`);
}

const toEntries = (value: unknown): readonly unknown[] => entriesOf(value).map(([key, one]) => ({ key, value: one }));

function fromEntries(entries: readonly unknown[]): unknown {
  return Object.fromEntries(
    entries.map((entry) => {
      const named = (names: readonly string[]) =>
        names
          .map((name) => (isObject(entry) ? own(entry, name) : undefined))
          .find((value) => value !== undefined && value !== null);
      return [
        textOf(named(['key', 'k', 'name', 'Name', 'Key', 'K']) ?? null),
        named(['value', 'v', 'Value', 'V']) ?? null,
      ];
    }),
  );
}

function fromJson(input: unknown): unknown {
  try {
    return JSON.parse(stringOf(input, 'fromjson'));
  } catch {
    throw new JqError(`${textOf(input)} (while parsing '${textOf(input)}')`);
  }
}

const ranks = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** The order of jq: null, false, true, numbers, texts, lists, objects. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [typeOf(a), typeOf(b)];
  if (x !== y) return ranks.indexOf(x) - ranks.indexOf(y);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (const [index, one] of a.entries()) {
      if (index >= b.length) return 1;
      const order = compare(one, b[index]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  if (isObject(a) && isObject(b)) {
    const [keys, others] = [Object.keys(a).sort(), Object.keys(b).sort()];
    const order = compare(keys, others);
    return order !== 0
      ? order
      : compare(
          keys.map((key) => own(a, key)),
          others.map((key) => own(b, key)),
        );
  }
  return a === b ? 0 : (a as number) < (b as number) ? -1 : 1;
}

function calculated(operator: string, a: unknown, b: unknown): unknown {
  const order = () => compare(a, b);
  switch (operator) {
    case '==':
      return order() === 0;
    case '!=':
      return order() !== 0;
    case '<':
      return order() < 0;
    case '<=':
      return order() <= 0;
    case '>':
      return order() > 0;
    case '>=':
      return order() >= 0;
    case '+':
      if (a === null) return b;
      if (b === null) return a;
      if (typeof a === 'string' && typeof b === 'string') return a + b;
      if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
      if (isObject(a) && isObject(b)) return Object.fromEntries([...Object.entries(a), ...Object.entries(b)]);
      break;
    case '-':
      if (Array.isArray(a) && Array.isArray(b)) return a.filter((one) => !b.some((other) => compare(one, other) === 0));
      break;
    case '/':
      if (typeof a === 'string' && typeof b === 'string') return a.split(b);
      if (typeof a === 'number' && b === 0)
        throw new JqError(`${shown(a)} and ${shown(b)} cannot be divided because the divisor is zero`);
      break;
  }
  if (typeof a !== 'number' || typeof b !== 'number') {
    const done = new Map([
      ['+', 'added'],
      ['-', 'subtracted'],
      ['*', 'multiplied'],
      ['/', 'divided'],
      ['%', 'divided'],
    ]).get(operator);
    throw new JqError(`${shown(a)} and ${shown(b)} cannot be ${done}`);
  }
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (operator === '/') return a / b;
  return Math.trunc(a) % Math.trunc(b);
}

function contains(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.includes(b);
  if (Array.isArray(a) && Array.isArray(b)) return b.every((one) => a.some((other) => contains(other, one)));
  if (isObject(a) && isObject(b))
    return Object.entries(b).every(([key, one]) => Object.hasOwn(a, key) && contains(own(a, key), one));
  if (typeOf(a) !== typeOf(b)) throw new JqError(`${shown(a)} and ${shown(b)} cannot have their containment checked`);
  return compare(a, b) === 0;
}

function formatted(name: string, value: unknown): string {
  const row = (quote: (text: string) => string, between: string) =>
    listOf(value)
      .map((one) => (one === null ? '' : typeof one === 'string' ? quote(one) : String(one)))
      .join(between);
  switch (name) {
    case '@text':
      return textOf(value);
    case '@json':
      return JSON.stringify(value);
    case '@csv':
      return row((text) => `"${text.replaceAll('"', '""')}"`, ',');
    case '@tsv':
      return row((text) => text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n'), '\t');
    case '@base64':
      return encoded(textOf(value));
    case '@base64d':
      return decoded(textOf(value));
    case '@uri':
      return encodeURIComponent(textOf(value));
    case '@sh':
      return `'${textOf(value).replaceAll("'", "'\\''")}'`;
    default:
      throw new Unread();
  }
}
