import type { RolloutMoment } from '../drawn/picture.ts';

/** Of which template a pod is: the one there was, that of the update, or one that came in the middle. */
export type Age = 'old' | 'new' | 'later';

interface Pod {
  readonly age: Age;
  readonly ready: boolean;
}

/** Pods by their names. */
export type Pods = ReadonlyMap<string, Pod>;

const blank = { oldPods: 0, oldReady: 0, newPods: 0, newReady: 0, laterPods: 0, laterReady: 0 };

export type Counts = Record<keyof typeof blank, number>;

export function countOf(pods: Iterable<Pod>): Counts {
  const counts: Counts = { ...blank };
  for (const { age, ready } of pods) {
    counts[`${age}Pods`]++;
    if (ready) counts[`${age}Ready`]++;
  }
  return counts;
}

type Counted = Omit<RolloutMoment, 'hops'>;

/** Whether two moments show the same pods, whenever they are. */
export const sameCount = (a: Counted, b: Counted): boolean =>
  Object.keys(blank).every((key) => countAt(a, key) === countAt(b, key));

const countAt = (moment: Counted, key: string): unknown => Reflect.get(moment, key) ?? 0;

/** What a Deployment says of a ReplicaSet, which is called after the hash of its template. */
const scaled = /^Scaled (up|down) replica set \S*-(\w+) from (\d+) to (\d+)$/;

/**
 * What pods were on the way from one look to the next: who becomes ready is first, then what the Deployment asked for happens, one
 * thing after the other in no time, as far as pods came and went for it.
 * @param said by controllers meanwhile, in order
 * @param ages of templates by their hash
 */
export function between(
  before: Pods,
  now: Pods,
  said: readonly string[],
  ages: ReadonlyMap<string, Age>,
): readonly Counts[] {
  const stayed = [...before].map(([name, pod]) => ({ ...pod, ready: now.get(name)?.ready ?? pod.ready }));
  const came = countOf(without(now, before));
  const gone = countOf(without(before, now));
  const counts = countOf(stayed);
  const all = [{ ...counts }];
  for (const message of said) {
    const [, way, hash = '', from, to] = scaled.exec(message) ?? [];
    const age = ages.get(hash);
    if (!way || !age) continue;
    const left = way === 'up' ? came : gone;
    const moving = Math.min(Math.abs(Number(to) - Number(from)), left[`${age}Pods`]);
    left[`${age}Pods`] -= moving;
    const waiting = counts[`${age}Pods`] - counts[`${age}Ready`];
    counts[`${age}Pods`] += way === 'up' ? moving : -moving;
    // Those that are not ready go first.
    if (way === 'down') counts[`${age}Ready`] -= Math.max(0, moving - waiting);
    all.push({ ...counts });
  }
  return all;
}

const without = (pods: Pods, others: Pods): readonly Pod[] =>
  [...pods].flatMap(([name, pod]) => (others.has(name) ? [] : [pod]));
