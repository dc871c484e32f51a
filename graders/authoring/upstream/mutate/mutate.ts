import type { Json, JsonObject } from '../../../core/json.ts';
import { lazy } from '../../../core/lazy.ts';
import type { Random } from '../random.ts';
import { bases } from './bases.ts';
import { type Anatomy, anatomyOf, type Block, type Spot } from './spots.ts';
import { leafFor, valueFor, words } from './values.ts';

/** A base with one or two changes, so that what decides is one thing at a time. */
export function mutant(random: Random): Json {
  const base = random.pick(random.pick(kinds()));
  const made = structuredClone(base) as Record<string, Json>;
  const changes = random.pick([1, 1, 1, 1, 2]);
  for (let change = 0; change < changes; change++) mutate(random, made);
  return made;
}

/** The bases by kind: each kind is taken as often as any other. */
const kinds = lazy((): readonly (readonly JsonObject[])[] => {
  const all = new Map<string, JsonObject[]>();
  for (const base of bases()) {
    const kind = `${String(base.apiVersion)} ${String(base.kind)}`;
    all.set(kind, [...(all.get(kind) ?? []), base]);
  }
  return [...all.values()];
});

function mutate(random: Random, manifest: Record<string, Json>): void {
  const { nodes, spots: every, blocks } = anatomyOf(manifest);
  const kept = new Set<string | number>(['apiVersion', 'kind', 'status']);
  const spots = every.filter(({ holder, key }) => holder !== manifest || !kept.has(key));
  const spot = random.pick(spots);
  const way = random.next();
  if (way < 0.12) remove(spot);
  else if (way < 0.42) add(random, random.pick(blocks), nodes);
  else if (way < 0.55) put(spot, valueFor(random, spot.shape, nodes));
  else if (way < 0.62) repeat(random, spot, nodes);
  else if (way < 0.66) put(spot, random.pick<Json>([null, [], {}, '', 0, true]));
  else if (way < 0.7) rename(random, spot);
  else {
    const leaves = spots.filter((one) => typeof valueAt(one) !== 'object');
    const leaf = leaves.length > 0 ? random.pick(leaves) : spot;
    put(leaf, leafFor(random, nodes[leaf.shape]));
  }
}

/** A field that the block might have. */
function add(random: Random, { block, fields }: Block, nodes: Anatomy['nodes']): void {
  const missing = Object.keys(fields).filter((name) => !(name in block) && name !== 'status');
  if (missing.length === 0) return;
  const name = random.pick(missing);
  block[name] = valueFor(random, fields[name] ?? -1, nodes);
}

const valueAt = ({ holder, key }: Spot): Json => (holder as Record<string | number, Json>)[key] ?? null;

function put({ holder, key }: Spot, value: Json): void {
  (holder as Record<string | number, Json>)[key] = value;
}

function remove({ holder, key }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** An item twice, or a list that is empty or has one more. */
function repeat(random: Random, spot: Spot, nodes: Anatomy['nodes']): void {
  const { holder } = spot;
  const value = valueAt(spot);
  const node = nodes[spot.shape];
  if (Array.isArray(holder)) holder.push(structuredClone(value));
  else if (node?.type === 'list' && Array.isArray(value))
    put(spot, random.chance(0.5) ? [] : [...value, valueFor(random, node.items, nodes)]);
}

function rename(random: Random, spot: Spot): void {
  const { holder, key } = spot;
  if (Array.isArray(holder)) return;
  const value = valueAt(spot);
  delete holder[key];
  holder[random.pick([`${key}x`, random.pick(words)])] = value;
}
