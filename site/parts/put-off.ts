import type { Edit } from './edits.ts';
import { type Node, nameOf, type Origin } from './syntax.ts';

/** What has to be known around a statement. */
export interface Around {
  readonly taken: ReadonlyMap<string, Origin>;
  readonly isFunction: (origin: Origin) => boolean;
  /** Takes a sentence out of the module. @returns how it is asked for */
  readonly say: (sentence: Node) => string;
  /** Takes a long text out of the module, alone. @returns how it is asked for */
  readonly takeOut: (text: Node) => string;
}

/** What is worth a module of its own, in characters. */
const long = 1000;

/**
 * What need not be known while a module runs is put off until it is used, and the modules it stands in with it: an entry of a table
 * that comes from another module, a function of another module in a list, a sentence, a long text. So a table of thirty kinds does not make
 * thirty modules run, nor a message take its words before somebody says it.
 */
export function putOff(statement: Node, { taken, isFunction, say, takeOut }: Around): readonly Edit[] {
  const edits: Edit[] = [];
  const replace = ({ start, end }: Node, text: string) => void edits.push({ from: start, to: end, text });
  const isTaken = (node: Node): boolean => node.type === 'Identifier' && taken.has(nameOf(node));
  const isOfTaken = (node: Node): boolean =>
    isTaken(node) || (node.type === 'MemberExpression' && node.computed !== true && isOfTaken(node.object as Node));
  const asCalls = (nodes: unknown): void => {
    for (const node of nodes as readonly (Node | null)[]) {
      const origin = node && isTaken(node) ? taken.get(nameOf(node)) : undefined;
      if (node && origin && isFunction(origin)) replace(node, `(...$) => ${nameOf(node)}(...$)`);
    }
  };
  const putAway = (held: Node): string | undefined => {
    if (isSentence(held)) return say(held);
    if (held.type === 'Literal' && typeof held.value === 'string' && held.value.length >= long) return takeOut(held);
    return isOfTaken(held) ? chainOf(held) : undefined;
  };
  const later = (property: Node, text: string): void => {
    const key = property.key as Node;
    replace(
      property,
      `get ${key.type === 'Identifier' ? nameOf(key) : JSON.stringify(nameOf(key))}() { return ${text}; }`,
    );
  };
  /** What is put off in one object stays so in another that takes it in. */
  const join = (object: Node): void => {
    const properties = object.properties as readonly Node[];
    if (properties.every(({ type }) => type !== 'SpreadElement')) return;
    edits.push({ from: object.start, to: object.start + 1, text: '$join(' });
    let isOpen = false;
    properties.forEach((property, index) => {
      const isSpread = property.type === 'SpreadElement';
      const { start, end } = property;
      if (isSpread) edits.push({ from: start, to: start + '...'.length, text: '' });
      else if (!isOpen) edits.push({ from: start, to: start, text: '{' });
      isOpen = !isSpread;
      const next = properties[index + 1];
      if (isOpen && next?.type !== 'Property') {
        edits.push({ from: end, to: end, text: '}' });
        isOpen = false;
      }
    });
    edits.push({ from: object.end - 1, to: object.end, text: ')' });
  };
  /** @param runs whether it is part of what the module does when it first runs */
  const visit = (value: unknown, runs: boolean): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one, runs);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (!runs && isSentence(node)) {
      replace(node, say(node));
      return;
    }
    if (runs && node.type === 'Property' && node.computed !== true && node.kind === 'init') {
      const held = node.value as Node;
      const text = putAway(held);
      if (text !== undefined) {
        later(node, text);
        return;
      }
    }
    if (runs && node.type === 'ObjectExpression') join(node);
    if (runs && node.type === 'ArrayExpression') asCalls(node.elements);
    if (runs && node.type === 'CallExpression') asCalls(node.arguments);
    const within = runs && !/Function|Class/.test(node.type);
    for (const inner of Object.values(node)) visit(inner, within);
  };
  visit(statement, true);
  return edits;
}

/** `a.b.c`, as written. */
const chainOf = (node: Node): string =>
  node.type === 'MemberExpression' ? `${chainOf(node.object as Node)}.${nameOf(node.property)}` : nameOf(node);

/** `{ es: '…', en: '…' }`: words, and nothing that has to be worked out. */
function isSentence(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return false;
  const properties = node.properties as readonly Node[];
  return (
    properties.length === 2 &&
    ['es', 'en'].every((lang) =>
      properties.some((one) => one.type === 'Property' && nameOf(one.key) === lang && isWords(one.value as Node)),
    )
  );
}

const isWords = (node: Node): boolean =>
  (node.type === 'Literal' && typeof node.value === 'string') ||
  (node.type === 'TemplateLiteral' && (node.expressions as readonly Node[]).length === 0);
