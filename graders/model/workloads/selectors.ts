import { own } from '../../core/own.ts';
import { items, pairs, texts } from './values.ts';

/** A label selector as every workload, policy and affinity term writes it. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelRequirement[];
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

type Labels = Readonly<Record<string, string>>;

/**
 * Whether labels satisfy a selector. Every requirement must hold; an empty selector matches everything. What a missing
 * selector means depends on the field, so the caller decides.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function matchesSelector(selector: LabelSelector, labels: Labels): boolean {
  return (
    matchesLabels(selector.matchLabels, labels) &&
    items(selector.matchExpressions).every((requirement) => matchesRequirement(requirement, labels))
  );
}

/** Whether labels have every pair of a map, as the selector of a Service asks. */
export function matchesLabels(wanted: Labels | undefined, labels: Labels): boolean {
  return pairs(wanted).every(([key, value]) => own(labels, key) === value);
}

/** One `matchExpressions` entry. `NotIn` and `DoesNotExist` hold for labels without the key. */
export function matchesRequirement({ key, operator, values }: LabelRequirement, labels: Labels): boolean {
  const value = typeof key === 'string' ? own(labels, key) : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && texts(values).includes(value);
    case 'NotIn':
      return value === undefined || !texts(values).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** Whether a selector asks for nothing, and so matches everything. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return pairs(selector.matchLabels).length === 0 && items(selector.matchExpressions).length === 0;
}
