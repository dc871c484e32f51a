import { list, text, textMap, texts } from './read.ts';

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
  if (typeof selector !== 'object' || selector === null) return false;
  const { matchLabels, matchExpressions } = selector as LabelSelector;
  return (
    hasLabels(textMap(matchLabels), labels) &&
    list(matchExpressions).every(({ key, operator, values }) =>
      holds(text(operator), text(key) ?? '', texts(values), labels),
    )
  );
}

/** Whether labels contain every wanted pair, as the plain `selector` of a Service asks. */
export function hasLabels(wanted: Labels, labels: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

function holds(operator: string | undefined, key: string, values: readonly string[], labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
