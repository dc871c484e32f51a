import { lazy } from '../../core/lazy.ts';
import { memo } from '../../core/memo.ts';
import { type LabelSelector, matchesLabels, matchesSelector } from './selectors.ts';
import { object, pairs } from './values.ts';

/** What a label selector chooses among: pods, and the templates they are made from. */
export interface Labelled {
  readonly namespace: string;
  readonly labels: Labels;
}

type Labels = Readonly<Record<string, string>>;

/** A list that answers which of its members have some labels, in its own order and without looking at all of them. */
export interface LabelIndex<T extends Labelled> {
  /** The members of a namespace. */
  in(namespace: string | undefined): readonly T[];
  /** The members of a namespace with every pair that is wanted; without pairs, all of them. */
  with(namespace: string | undefined, wanted: Labels): readonly T[];
  /** The members of a namespace that a selector matches; an empty one matches all of them. */
  selected(namespace: string | undefined, selector: LabelSelector): readonly T[];
  /** The members of any namespace with every pair that is wanted. */
  anywhere(wanted: Labels): readonly T[];
}

/**
 * The index of a list, built the first time somebody asks and kept as long as the list.
 * @param all does not change any more
 */
export function byLabel<T extends Labelled>(all: readonly T[]): LabelIndex<T> {
  return indexed(all) as unknown as LabelIndex<T>;
}

const indexed = memo((all: readonly Labelled[]): LabelIndex<Labelled> => {
  const namespaces = new Map<string, Labelled[]>();
  for (const one of all) append(namespaces, one.namespace, one);
  const buckets = new Map([...namespaces].map(([name, members]) => [name, lazy(() => new Bucket(members))]));
  const everything = lazy(() => new Bucket(all));
  const bucket = (namespace = 'default') => buckets.get(namespace)?.() ?? nobody;
  return {
    in: (namespace) => bucket(namespace).members,
    with: (namespace, wanted) => bucket(namespace).with(wanted),
    selected: (namespace, selector) =>
      bucket(namespace)
        .candidates(object(selector.matchLabels) ?? {})
        .filter(({ labels }) => matchesSelector(selector, labels)),
    anywhere: (wanted) => everything().with(wanted),
  };
});

/** Labelled things with a list for each pair of a label and its value. */
class Bucket {
  private readonly byPair = new Map<string, Labelled[]>();

  constructor(readonly members: readonly Labelled[]) {
    for (const one of members) for (const pair of pairs(one.labels)) append(this.byPair, keyOf(pair), one);
  }

  with(wanted: Labels): readonly Labelled[] {
    return this.candidates(wanted).filter(({ labels }) => matchesLabels(wanted, labels));
  }

  /** All that can have what is wanted: those with its rarest pair. */
  candidates(wanted: Labels): readonly Labelled[] {
    let fewest = this.members;
    for (const pair of pairs(wanted)) {
      const having = this.byPair.get(keyOf(pair)) ?? [];
      if (having.length < fewest.length) fewest = having;
    }
    return fewest;
  }
}

const nobody = new Bucket([]);

/** No label has a `=` in its key. */
const keyOf = ([key, value]: readonly [string, string]): string => `${key}=${value}`;

function append(map: Map<string, Labelled[]>, key: string, one: Labelled): void {
  const known = map.get(key);
  if (known) known.push(one);
  else map.set(key, [one]);
}
