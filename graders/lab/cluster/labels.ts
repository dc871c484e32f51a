import { memo } from '../../core/memo.ts';
import { own } from '../../core/own.ts';
import { type LabelRequirement, matchesRequirement } from '../../model/workloads/selectors.ts';
import { list, textMap } from './read.ts';

export type Labels = Readonly<Record<string, string>>;

/** A label selector as workloads and policies write it. */
export interface LabelSelector {
  readonly matchLabels?: unknown;
  readonly matchExpressions?: readonly {
    readonly key?: unknown;
    readonly operator?: unknown;
    readonly values?: unknown;
  }[];
}

/**
 * Whether labels satisfy a selector: every `matchLabels` pair and every expression. An empty selector selects
 * everything; an absent one selects nothing.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function selects(selector: unknown, labels: Labels): boolean {
  return matcher(selector)(labels);
}

/** The same as a function of the labels alone. */
export function matcher(selector: unknown): (labels: Labels) => boolean {
  return typeof selector === 'object' && selector !== null ? matcherOf(selector) : () => false;
}

/** A selector is read once, of however many pods it is asked. */
const matcherOf = memo((selector: LabelSelector): ((labels: Labels) => boolean) => {
  const { matchLabels, matchExpressions } = selector;
  const wanted = textMap(matchLabels);
  const expressions = list(matchExpressions) as readonly LabelRequirement[];
  return (labels) =>
    hasLabels(wanted, labels) && expressions.every((expression) => matchesRequirement(expression, labels));
});

/** Whether labels contain every wanted pair, as the plain `selector` of a Service asks. */
export function hasLabels(wanted: Labels, labels: Labels): boolean {
  for (const key in wanted) if (!Object.hasOwn(labels, key) || own(labels, key) !== own(wanted, key)) return false;
  return true;
}
