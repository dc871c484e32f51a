import type { INodeSelectorTerm, IPodSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { hasLabels, type Labels, selects } from '../labels.ts';
import { list, text, textMap, texts } from '../read.ts';
import type { NodeState } from '../state.ts';

/** Whether a node has what `nodeSelector` and the required node affinity ask for. */
export function fitsNode({ nodeSelector, affinity }: Partial<IPodSpec>, node: NodeState): boolean {
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return (
    hasLabels(textMap(nodeSelector), node.labels) &&
    (!required || list(required.nodeSelectorTerms).some((term) => matchesTerm(term, node)))
  );
}

/** Weight of the preferred node affinity terms that a node fulfils. */
export function preference({ affinity }: Partial<IPodSpec>, node: NodeState): number {
  return list(affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution)
    .filter(({ preference }) => preference && matchesTerm(preference, node))
    .reduce((sum, { weight }) => sum + (Number(weight) || 0), 0);
}

/** Every expression about the labels of nodes, of what is required and of what is preferred. */
export function nodeExpressionsOf({ affinity }: Partial<IPodSpec>): readonly Expression[] {
  const { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution } =
    affinity?.nodeAffinity ?? {};
  const preferred = list(preferredDuringSchedulingIgnoredDuringExecution).map((one) => one?.preference);
  return [...list(required?.nodeSelectorTerms), ...preferred].flatMap((term) => list(term?.matchExpressions));
}

/** All expressions of a term; an empty term fits no node. `Gt` and `Lt` compare whole numbers. */
function matchesTerm({ matchExpressions, matchFields }: INodeSelectorTerm, node: NodeState): boolean {
  const expressions = list(matchExpressions);
  const fields = list(matchFields);
  if (expressions.length + fields.length === 0) return false;
  return (
    expressions.every((expression) => holds(expression, node.labels)) &&
    fields.every((expression) => holds(expression, { 'metadata.name': node.name }))
  );
}

interface Expression {
  readonly key?: unknown;
  readonly operator?: unknown;
  readonly values?: unknown;
}

function holds(expression: Expression, labels: Labels): boolean {
  const { key, operator, values } = expression;
  if (operator !== 'Gt' && operator !== 'Lt') return selects({ matchExpressions: [expression] }, labels);
  const found = whole(own(labels, text(key) ?? ''));
  const bound = whole(texts(values)[0]);
  return operator === 'Gt' ? found > bound : found < bound;
}

/** A whole number; anything else is neither greater nor less than another. */
function whole(written: string | undefined): number {
  return /^[+-]?\d+$/.test(written ?? '') ? Number(written) : Number.NaN;
}
