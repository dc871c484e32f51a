/** What puts modules into parts: who uses them, and how heavy they are. */
export interface Weighed {
  readonly path: string;
  /** In bytes, as it is sent. */
  readonly weight: number;
  /** Numbers of the uses of the site (an exercise, the examples of a lesson) that run it. */
  readonly uses: ReadonlySet<number>;
}

interface Group {
  readonly modules: readonly Weighed[];
  readonly weight: number;
  readonly uses: ReadonlySet<number>;
}

/** What one more script costs whoever loads it, in bytes: a request, and words that it cannot share with another. */
const script = 1500;

/** Of what nothing on the site uses, a part should not be heavier than this, in bytes. */
const heaviest = 120_000;

/**
 * Modules in parts, so that each use of the site loads little that it does not need and not too many scripts. Modules that are used
 * alike stand together; parts are joined as long as what is loaded in vain costs less than the scripts that are saved.
 * @returns the parts, what most uses share first
 */
export function group(modules: readonly Weighed[]): readonly (readonly string[])[] {
  const alike = new Map<string, Group>();
  for (const module of modules.filter(({ uses }) => uses.size > 0)) {
    const key = [...module.uses].sort((a, b) => a - b).join();
    const one = alike.get(key);
    alike.set(key, one ? joined(one, groupOf(module)) : groupOf(module));
  }
  const groups = [...alike.values()];
  for (;;) {
    const best = cheapest(groups);
    if (!best) break;
    const [a, b] = best;
    groups.splice(groups.indexOf(a), 1);
    groups.splice(groups.indexOf(b), 1, joined(a, b));
  }
  groups.sort((a, b) => b.uses.size - a.uses.size || b.weight - a.weight);
  return [...groups.map((one) => one.modules), ...unused(modules)].map((part) => part.map(({ path }) => path));
}

const groupOf = (module: Weighed): Group => ({ modules: [module], weight: module.weight, uses: module.uses });

const joined = (a: Group, b: Group): Group => ({
  modules: [...a.modules, ...b.modules],
  weight: a.weight + b.weight,
  uses: new Set([...a.uses, ...b.uses]),
});

/** The two groups that it pays most to join; undefined where none does. */
function cheapest(groups: readonly Group[]): readonly [Group, Group] | undefined {
  let best: readonly [Group, Group] | undefined;
  let least = 0;
  groups.forEach((a, index) => {
    for (const b of groups.slice(index + 1)) {
      // Most pairs are no better even if all that uses one of them used the other.
      if (costOfJoining(a, b, Math.min(a.uses.size, b.uses.size)) >= least) continue;
      const cost = costOfJoining(a, b, shared(a.uses, b.uses));
      if (cost < least) [best, least] = [[a, b], cost];
    }
  });
  return best;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const use of a) if (b.has(use)) both++;
  return both;
}

/** @param both how many uses need both groups; the more, the less it costs */
function costOfJoining(a: Group, b: Group, both: number): number {
  return (b.uses.size - both) * a.weight + (a.uses.size - both) * b.weight - both * script;
}

/** What nothing on the site uses, by folder. */
function unused(modules: readonly Weighed[]): readonly (readonly Weighed[])[] {
  const parts: Weighed[][] = [];
  let [weight, folder] = [0, ''];
  const left = modules.filter(({ uses }) => uses.size === 0).sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const module of left) {
    const of = module.path.split('/').slice(0, 3).join('/');
    const last = parts.at(-1);
    if (last && (weight < heaviest / 4 || of === folder) && weight + module.weight <= heaviest) last.push(module);
    else [weight] = [0, parts.push([module])];
    [weight, folder] = [weight + module.weight, of];
  }
  return parts;
}
