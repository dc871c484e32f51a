import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import {
  type Binary,
  type Expression,
  type Matcher,
  type Matching,
  type Piece,
  QueryRefused,
  refused,
  type Selector,
} from './expression.ts';
import { readNumber } from './numbers.ts';
import { misplacedOffset, offsetBehind } from './offset.ts';
import { respelled } from './spelling.ts';
import { readText } from './text.ts';

/**
 * Reads a query.
 * @throws QueryRefused for what is no PromQL or what the lab does not model
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/
 */
export function readQuery(written: string): Expression {
  const { query, bare, offsets } = respelled(written);
  const tree = parser.parse(bare);
  const error = firstError(tree.topNode);
  if (error) throw misplaced(error);
  const inner = tree.topNode.firstChild;
  if (!inner) throw misplaced({ from: 0, to: query.length });
  const expression = read(inner, query);
  const offset = misplacedOffset(tree, query, offsets);
  if (offset) throw misplaced(offset);
  return expression;
}

function firstError(top: SyntaxNode): { from: number; to: number } | undefined {
  const cursor = top.cursor();
  do {
    if (cursor.type.isError) return { from: cursor.from, to: cursor.to };
  } while (cursor.next());
  return undefined;
}

function read(node: SyntaxNode, query: string): Expression {
  switch (node.name) {
    case 'ParenExpr':
      return read(only(node, query), query);
    case 'NumberDurationLiteral':
      return { kind: 'number', value: numberAt(node, query) };
    case 'StringLiteral':
      return { kind: 'string', value: textAt(node, query) };
    case 'VectorSelector':
      return readSelector(node, query);
    case 'MatrixSelector':
      return readRange(node, query);
    case 'FunctionCall':
      return { kind: 'call', name: textOf(child(node, 'FunctionIdentifier', query), query), args: argsOf(node, query) };
    case 'AggregateExpr':
      return readAggregate(node, query);
    case 'UnaryExpr': {
      const of = read(only(node, query, 'UnaryOp'), query);
      if (of.kind === 'string' || of.kind === 'range')
        throw new QueryRefused({ kind: 'type', reason: 'instant-needed', what: textOf(node, query) });
      return textOf(node, query).startsWith('-') ? { kind: 'negative', of } : of;
    }
    case 'BinaryExpr':
      return readBinary(node, query);
    default:
      throw unmodelled(node, query);
  }
}

function readSelector(node: SyntaxNode, query: string): Selector {
  const name = node.getChild('Identifier');
  const matchers: Matcher[] = name ? [{ label: '__name__', op: '=', value: textOf(name, query) }] : [];
  for (const one of childrenOf(node.getChild('LabelMatchers'))) {
    if (one.name === 'QuotedLabelName') {
      matchers.push({ label: '__name__', op: '=', value: textAt(one, query) });
      continue;
    }
    const [label, op, value] = childrenOf(one);
    if (!label || !op || !value) throw unmodelled(one, query);
    matchers.push({
      label: one.name === 'QuotedLabelMatcher' ? textAt(label, query) : textOf(label, query),
      op: textOf(op, query) as Matcher['op'],
      value: textAt(value, query),
    });
  }
  // A name in front of the braces is the only one.
  if (name && matchers.filter(({ label }) => label === '__name__').length > 1) throw misplaced(name);
  return { kind: 'selector', matchers, offset: offsetBehind(node, query) };
}

function readRange(node: SyntaxNode, query: string): Expression {
  const [inner, duration] = childrenOf(node);
  const seconds = duration && readNumber(textOf(duration, query));
  if (!inner || seconds === undefined) throw unmodelled(node, query);
  if (inner.name !== 'VectorSelector') throw refused('selector-needed', textOf(inner, query));
  if (duration && seconds <= 0) throw misplaced(duration);
  const selector = { ...readSelector(inner, query), offset: offsetBehind(node, query) };
  return { kind: 'range', selector, seconds };
}

function readAggregate(node: SyntaxNode, query: string): Expression {
  const modifier = node.getChild('AggregateModifier');
  return {
    kind: 'aggregate',
    op: textOf(child(node, 'AggregateOp', query), query).toLowerCase(),
    args: argsOf(node, query),
    labels: modifier ? labelsOf(modifier.getChild('GroupingLabels'), query) : [],
    without: modifier !== null && /^without/i.test(textOf(modifier, query)),
  };
}

function readBinary(node: SyntaxNode, query: string): Expression {
  const parts = childrenOf(node);
  const [left, op, right] = [parts[0], parts[1], parts.at(-1)];
  if (!left || !op || !right || parts.some(({ name }) => name === 'FillModifier')) throw unmodelled(node, query);
  const base = read(left, query);
  const binary: Binary = {
    kind: 'binary',
    op: textOf(op, query).toLowerCase(),
    left: base,
    right: read(right, query),
    bool: node.getChild('BoolModifier') !== null,
    matching: readMatching(node.getChild('MatchingModifierClause'), query),
  };
  // A sign binds less than a power, and this grammar reads it as part of the number.
  if (binary.op !== '^' || left.name !== 'NumberDurationLiteral' || base.kind !== 'number') return binary;
  if (!textOf(left, query).startsWith('-')) return binary;
  return { kind: 'negative', of: { ...binary, left: { kind: 'number', value: -base.value } } };
}

function readMatching(clause: SyntaxNode | null, query: string): Matching {
  if (!clause) return { on: false, labels: [], many: undefined, include: [] };
  const [labels, include] = clause.getChildren('GroupingLabels');
  if (clause.getChild('On') && include) {
    const paired = labelsOf(labels ?? null, query);
    if (labelsOf(include, query).some((label) => paired.includes(label))) throw misplaced(include);
  }
  const many = clause.getChild('GroupLeft') ? 'left' : clause.getChild('GroupRight') ? 'right' : undefined;
  return {
    on: clause.getChild('On') !== null,
    labels: labelsOf(labels ?? null, query),
    many,
    include: labelsOf(include ?? null, query),
  };
}

function labelsOf(node: SyntaxNode | null, query: string): readonly string[] {
  return childrenOf(node).map((label) =>
    label.name === 'QuotedLabelName' ? textAt(label, query) : textOf(label, query),
  );
}

function argsOf(node: SyntaxNode, query: string): readonly Expression[] {
  return childrenOf(node.getChild('FunctionCallBody')).map((arg) => read(arg, query));
}

function numberAt(node: SyntaxNode, query: string): number {
  const value = readNumber(textOf(node, query));
  if (value === undefined) throw misplaced(node);
  return value;
}

function childrenOf(node: SyntaxNode | null): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at = node?.firstChild ?? null; at; at = at.nextSibling) found.push(at);
  return found;
}

function only(node: SyntaxNode, query: string, except = ''): SyntaxNode {
  const [inner] = childrenOf(node).filter(({ name }) => name !== except);
  if (!inner) throw unmodelled(node, query);
  return inner;
}

function child(node: SyntaxNode, name: string, query: string): SyntaxNode {
  const found = node.getChild(name);
  if (!found) throw unmodelled(node, query);
  return found;
}

function textAt(node: SyntaxNode, query: string): string {
  const text = readText(textOf(node, query));
  if (typeof text === 'string') return text;
  const from = node.from + text.badEscape;
  throw new QueryRefused({ kind: 'syntax', escape: true, from, to: from + 2 });
}

const textOf = ({ from, to }: SyntaxNode, query: string): string => query.slice(from, to);

const misplaced = ({ from, to }: Piece): QueryRefused => new QueryRefused({ kind: 'syntax', from, to });

function unmodelled(node: SyntaxNode, query: string): QueryRefused {
  const { from, to } = node;
  return new QueryRefused({ kind: 'unmodelled', what: textOf(node, query), from, to });
}
