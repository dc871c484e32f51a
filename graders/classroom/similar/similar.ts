import { byName } from '../intake/order.ts';
import type { Form } from './forms.ts';

/** Forms that have so much of their own in common that one was probably written from another. */
export interface Alike {
  readonly exercise: string;
  readonly forms: readonly Form[];
  /** All its submissions, in order. */
  readonly submissions: readonly string[];
  /** Of what two of them say of their own, the part that both say: 1 is all of it. The least between two that are joined. */
  readonly share: number;
  /** How much that is. */
  readonly shared: number;
}

/** What two answers must have in common of their own to be worth a look, and which part of it. */
const least = { facts: 8, share: 0.6 };

/** What more answers than these say is common knowledge of the class. At least; or a quarter of the forms, where that is more. */
const everyday = 3;
/** The most forms that are compared through one fact: bounded, however large the class. */
const mostThrough = 40;

/**
 * Answers of an exercise that are alike, the most alike first. What stands in the statement, the starter or the right
 * answers was left aside before; here, what many of the class say.
 */
export function alikeIn(forms: readonly Form[]): readonly Alike[] {
  const byFact = new Map<number, number[]>();
  for (const [index, { own }] of forms.entries()) {
    for (const fact of own) add(byFact, fact, index);
  }
  const rare = Math.min(mostThrough, Math.max(everyday, Math.floor(forms.length / 4)));
  const sizes = forms.map(({ own }) => [...own].filter((fact) => (byFact.get(fact)?.length ?? 0) <= rare).length);
  const common = new Map<string, number>();
  for (const indices of byFact.values()) {
    if (indices.length > rare) continue;
    for (const [at, a] of indices.entries()) {
      for (const b of indices.slice(at + 1)) common.set(`${a} ${b}`, (common.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  const pairs = [...common].flatMap(([key, shared]) => {
    const [a = 0, b = 0] = key.split(' ').map(Number);
    const share = shared / ((sizes[a] ?? 0) + (sizes[b] ?? 0) - shared);
    return shared >= least.facts && share >= least.share ? [{ a, b, shared, share }] : [];
  });
  return joined(forms, pairs, sizes);
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  readonly share: number;
}

function joined(forms: readonly Form[], pairs: readonly Pair[], sizes: readonly number[]): readonly Alike[] {
  const parent = forms.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== undefined && parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  for (const { a, b } of pairs) parent[Math.max(rootOf(a), rootOf(b))] = Math.min(rootOf(a), rootOf(b));
  const groups = new Map<number, number[]>();
  for (const index of forms.keys()) add(groups, rootOf(index), index);
  const pairsOf = new Map<number, Pair[]>();
  for (const pair of pairs) add(pairsOf, pair.a, pair);
  return [...groups.values()]
    .flatMap((members): readonly Alike[] => {
      const own = members.flatMap((index) => forms[index] ?? []);
      const [first] = own;
      const submissions = own.flatMap((form) => form.submissions).sort();
      const size = sizes[members[0] ?? 0] ?? 0;
      // Alone, or equal in what is nobody's own.
      if (!first || submissions.length < 2 || (members.length === 1 && size < least.facts)) return [];
      const inside = members.flatMap((index) => pairsOf.get(index) ?? []);
      return [
        {
          exercise: first.exercise,
          forms: own,
          submissions,
          share: Math.min(1, ...inside.map(({ share }) => share)),
          shared: Math.min(...(inside.length > 0 ? inside.map(({ shared }) => shared) : [size])),
        },
      ];
    })
    .sort((a, b) => b.share - a.share || b.shared - a.shared || byName(a.submissions[0] ?? '', b.submissions[0] ?? ''));
}

function add<Item>(lists: Map<number, Item[]>, key: number, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
