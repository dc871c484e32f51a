import type { Node, ObjectExpression, Property } from 'acorn';
import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import { own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import { rangeOf, type Span } from '../../core/span.ts';
import { duplicateKey, forbiddenKey, notData } from './findings.ts';
import { excerpt } from './scan.ts';

/** A value, its place, and the places of its parts. */
export interface Located {
  readonly value: Json;
  readonly at: Span;
  readonly parts: ReadonlyMap<string | number, Located>;
}

type Refusal = keyof typeof notData.messages;

/** More than these would only repeat what the first ones say. */
const maxFindings = 20;
const noParts: Located['parts'] = new Map();

/** Turns the expressions of a default export into data, and says of every other expression why it is none. */
export class ValueReader {
  private readonly found: Finding[] = [];

  constructor(private readonly source: Source) {}

  get findings(): readonly Finding[] {
    return this.found;
  }

  read(node: Node): Located {
    const expression = withoutType(node);
    if (expression.type === 'ObjectExpression') return this.object(expression as ObjectExpression);
    if (expression.type === 'ArrayExpression') {
      return this.array(expression, (expression as Node & { elements: (Node | null)[] }).elements);
    }
    const value = scalar(expression);
    if (value === undefined) this.refuse(refusalOf(expression), expression);
    return { value: value ?? null, at: this.span(expression), parts: noParts };
  }

  refuse(why: Refusal, { start, end }: Node): void {
    this.say(finding(notData, why, this.spanOfStart(start, end), { code: excerpt(this.source.text, start, end) }));
  }

  private object(node: ObjectExpression): Located {
    const value: Record<string, Json> = Object.create(null);
    const parts = new Map<string, Located>();
    const keys = new Map<string, Node>();
    for (const property of node.properties) {
      const key = this.key(property, keys);
      if (key === undefined) continue;
      const part = this.read((property as Property).value);
      value[key] = part.value;
      parts.set(key, part);
    }
    return { value, at: this.span(node), parts };
  }

  /** The name of a property that is plain data; otherwise undefined, and it has been said why. */
  private key(property: ObjectExpression['properties'][number], keys: Map<string, Node>): string | undefined {
    if (property.type === 'SpreadElement') return this.refused('spread', property);
    if (property.kind !== 'init' || property.method) return this.refused('function', property);
    if (property.computed) return this.refused('computedKey', property.key);
    if (property.shorthand) return this.refused('identifier', property);
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : String((key as Node & { value: unknown }).value);
    const first = keys.get(name);
    if (name === '__proto__') this.say(finding(forbiddenKey, 'key', this.span(key), { key: name }));
    else if (first) {
      const firstLine = rangeOf(this.source.text, this.span(first)).start.line;
      this.say(finding(duplicateKey, 'duplicate', this.span(key), { key: name, firstLine }));
    } else {
      keys.set(name, key);
      return name;
    }
    return undefined;
  }

  private refused(why: Refusal, node: Node): undefined {
    this.refuse(why, node);
  }

  private array(node: Node, elements: readonly (Node | null)[]): Located {
    const parts = new Map<number, Located>();
    for (const [index, element] of elements.entries()) {
      if (element === null) this.refuse('hole', node);
      else if (element.type === 'SpreadElement') this.refuse('spread', element);
      else parts.set(index, this.read(element));
    }
    return { value: [...parts.values()].map((part) => part.value), at: this.span(node), parts };
  }

  private say(problem: Finding): void {
    if (this.found.length < maxFindings) this.found.push(problem);
  }

  private span({ start, end }: Node): Span {
    return { path: this.source.path, from: start, to: end };
  }

  /** Long pieces of code are underlined on their first line. */
  private spanOfStart(start: number, end: number): Span {
    const newline = this.source.text.slice(start, end).search(/\r?\n/);
    return { path: this.source.path, from: start, to: newline === -1 ? end : start + newline };
  }
}

/** `as const`, `as X` and `satisfies X` say something about the value and leave it as it is. */
function withoutType(node: Node): Node {
  let inner = node;
  while (inner.type === ('TSAsExpression' as string) || inner.type === ('TSSatisfiesExpression' as string)) {
    inner = (inner as Node & { expression: Node }).expression;
  }
  return inner;
}

function scalar(node: Node): string | number | boolean | null | undefined {
  const { value, argument, operator, quasis, expressions } = node as Node & {
    value?: unknown;
    argument?: Node;
    operator?: string;
    quasis?: readonly { value: { cooked?: string | null } }[];
    expressions?: readonly Node[];
  };
  if (node.type === 'Literal') {
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    const isPlain = typeof value === 'string' || typeof value === 'boolean' || isNull(node);
    return isPlain ? (value as string | boolean | null) : undefined;
  }
  if (node.type === 'TemplateLiteral')
    return expressions?.length ? undefined : (quasis?.[0]?.value.cooked ?? undefined);
  if (node.type === 'UnaryExpression' && operator === '-' && argument) {
    const number = argument.type === 'Literal' ? scalar(argument) : undefined;
    return typeof number === 'number' ? 0 - number : undefined;
  }
  return undefined;
}

/** A regular expression or a big integer that the engine cannot build also has the value null. */
function isNull(node: Node): boolean {
  return (node as Node & { raw?: string }).raw === 'null';
}

const refusals: Readonly<Record<string, Refusal>> = {
  Identifier: 'identifier',
  MemberExpression: 'identifier',
  ThisExpression: 'identifier',
  CallExpression: 'call',
  NewExpression: 'call',
  ImportExpression: 'call',
  TaggedTemplateExpression: 'call',
  AwaitExpression: 'call',
  UnaryExpression: 'operator',
  BinaryExpression: 'operator',
  LogicalExpression: 'operator',
  ConditionalExpression: 'operator',
  AssignmentExpression: 'operator',
  UpdateExpression: 'operator',
  SequenceExpression: 'operator',
  FunctionExpression: 'function',
  FunctionDeclaration: 'function',
  ArrowFunctionExpression: 'function',
  ClassExpression: 'function',
  ClassDeclaration: 'function',
  TemplateLiteral: 'interpolation',
};

function refusalOf({ type }: Node): Refusal {
  return own(refusals, type) ?? 'value';
}
