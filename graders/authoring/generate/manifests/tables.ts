import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeText } from '../files.ts';
import { families } from './kinds.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** A kind in a version, with its shape. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly shape: ObjectShape;
}

/**
 * Writes what the schema check loads: one table of shapes in which equal parts stand once, as JSON in strings, because parsing JSON is
 * faster than loading the same object as code; and the names of the kinds that have none. The table is in stretches, of which a kind
 * needs some.
 */
export function writeTables(root: string, kinds: readonly Kind[]): void {
  const nodes = new Nodes();
  const roots = kinds.map(({ apiVersion, kind, shape }) => ({
    apiVersion,
    kind,
    root: nodes.add(shape),
    end: nodes.all.length,
  }));
  const stretches = inStretches(nodes.all, new Set(roots.map(({ end }) => end)));
  const index: Record<string, Record<string, object>> = {};
  for (const { apiVersion, kind, root } of roots) {
    const reached = [...reachedFrom(nodes.all, root)];
    const needs = stretches.flatMap(({ start, nodes }, number) =>
      reached.some((place) => place >= start && place < start + nodes.length) ? [number] : [],
    );
    index[apiVersion] ??= {};
    index[apiVersion][kind] = { root, needs };
  }
  write(join(root, 'graders', 'generated', 'shapes.ts'), [
    "import type { Place, Stretch } from '../schema/shape.ts';",
    '',
    '/** Where the shape of each kind is, by API version. */',
    'export const kinds: Readonly<Record<string, Readonly<Record<string, Place>>>> =',
    `  ${JSON.stringify(index)};`,
    '',
    '/** Kinds that exist, in versions or groups that have no shape here. */',
    'export const known: Readonly<Record<string, readonly string[]>> =',
    `  ${JSON.stringify(knownKinds(root, kinds))};`,
    '',
    '/** The table of nodes, in stretches. */',
    'export const stretches: readonly Stretch[] = [',
    ...stretches.map(({ start, nodes }) => `  { start: ${start}, text: ${quoted(JSON.stringify(nodes))} },`),
    '];',
  ]);
}

/** Shorter stretches are not worth being apart, in characters. */
const shortest = 1500;

/** The table, cut where a kind ends. */
function inStretches(all: readonly unknown[], ends: ReadonlySet<number>): { start: number; nodes: unknown[] }[] {
  const stretches: { start: number; nodes: unknown[] }[] = [];
  for (const [place, node] of all.entries()) {
    const last = stretches.at(-1);
    const isFull = last && ends.has(place) && JSON.stringify(last.nodes).length >= shortest;
    if (last && !isFull) last.nodes.push(node);
    else stretches.push({ start: place, nodes: [node] });
  }
  return stretches;
}

/** The places of a node and of all that it is made of. */
function reachedFrom(all: readonly unknown[], root: number): ReadonlySet<number> {
  const reached = new Set([root]);
  for (const place of reached) {
    const {
      fields = {},
      values,
      items,
    } = all[place] as { fields?: Record<string, number>; values?: unknown; items?: number };
    const inner = [...Object.values(fields), values, items];
    for (const one of inner) if (typeof one === 'number') reached.add(one);
  }
  return reached;
}

class Nodes {
  readonly all: unknown[] = [];
  private readonly places = new Map<string, number>();

  add(shape: Shape): number {
    const node = this.node(shape);
    const text = JSON.stringify(node);
    const place = this.places.get(text) ?? this.all.push(node) - 1;
    this.places.set(text, place);
    return place;
  }

  private node(shape: Shape): object {
    switch (shape.type) {
      case 'object': {
        const fields = Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, this.add(field)]));
        const { required, choices } = shape;
        return {
          type: 'object',
          fields,
          ...(required.length > 0 ? { required } : {}),
          ...(choices.length > 0 ? { choices } : {}),
        };
      }
      case 'map':
        return { type: 'map', values: this.add(shape.values) };
      case 'list':
        return { ...shape, items: this.add(shape.items) };
      default:
        return shape;
    }
  }
}

/** Every kind the models declare and no table describes, by API version; the versions that no longer exist among them. */
function knownKinds(root: string, kinds: readonly Kind[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>(
    Object.entries(alsoKnown).map(([version, kinds]) => [version, new Set(kinds)]),
  );
  for (const { package: name } of families) {
    const base = join(root, 'node_modules', name);
    for (const file of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.d.ts') || file.startsWith('_schemas')) continue;
      const text = readFileSync(join(base, file), 'utf8');
      const [, version, kind] = /"apiVersion": "([^"]+)";\s*"kind": "([^"]+)";/.exec(text) ?? identityAtEnd(text) ?? [];
      if (version && kind && !kind.endsWith('List')) found.set(version, (found.get(version) ?? new Set()).add(kind));
    }
  }
  for (const { apiVersion, kind } of kinds) found.get(apiVersion)?.delete(kind);
  const sorted = [...found].filter(([, kinds]) => kinds.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([version, kinds]) => [version, [...kinds].sort()]));
}

function identityAtEnd(text: string): RegExpExecArray | null {
  return /"apiVersion": "([^"]+)";[^{}]*?"kind": "([^"]+)";/.exec(text);
}

/** @see https://linkerd.io/2/reference/ */
const alsoKnown: Readonly<Record<string, readonly string[]>> = {
  'policy.linkerd.io/v1alpha1': ['EgressNetwork', 'ExternalGroup', 'HTTPLocalRateLimitPolicy'],
  'multicluster.linkerd.io/v1alpha1': ['Link'],
  'multicluster.linkerd.io/v1alpha2': ['Link'],
  'multicluster.linkerd.io/v1alpha3': ['Link'],
  'workload.linkerd.io/v1beta1': ['ExternalWorkload'],
};

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function write(path: string, lines: readonly string[]): void {
  writeText(path, `${['// Generated by `npm run generate` from the models. Do not edit.', ...lines].join('\n')}\n`);
}
