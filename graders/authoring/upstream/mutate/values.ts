import type { Json } from '../../../core/json.ts';
import { lazy } from '../../../core/lazy.ts';
import type { Node, Nodes } from '../../../schema/shape.ts';
import type { Random } from '../random.ts';
import { bases } from './bases.ts';
import { anatomyOf } from './spots.ts';

/** Texts of many kinds: a field that minds its text minds one of them. */
export const words: readonly string[] = [
  ...['', 'a', 'A_B', 'mi-nombre', 'a.b', '..', '.', '/', '/a/b', 'a/../b', 'a b', ' a', 'ñ', 'a\nb', '*', '$(A)', '-'],
  ...['x'.repeat(64), 'x'.repeat(254), '*.example.com', 'example.com', 'https://a.example/b', 'example.com/cosa'],
  ...['10.0.0.1', '127.0.0.1', '0.0.0.0', '169.254.1.1', '224.0.0.1', '::1', 'fd00::1', '10.0.0.0/8', '10.0.0.1/8'],
  ...['100m', '1Gi', '0', '-1', '1.5', '1e3', '8080', '50%', '150%', '-5%', '5s', 'true', 'null'],
  ...['None', 'Always', 'TCP', 'http', 'default', 'kube-system', 'Foo', 'v1', 'apps/v1', 'Europe/Madrid', 'limpia'],
  ...['cpu', 'memory', 'pods', 'hugepages-2Mi', 'nvidia.com/gpu', 'kubernetes.io/x', 'system:masters', 'storage'],
  ...['spec.nodeName', 'metadata.labels', "metadata.labels['a']", "metadata.labels['a b']", 'metadata.annotations'],
];

const numbers = [
  ...[0, -1, 1, 2, 5, 100, 101, 511, 512, 3600, 3601, 30080, 65535, 65536, 86400, 604800, 1_000_000_001],
  ...[2_147_483_647, 2_147_483_648, -2_147_483_649, 1.5],
];
const quantities: readonly Json[] = ['1', '100m', '1Gi', '-1', '0', '1.5', 1, 0.5, '', 'abc', '1e3', '3Mi', '.', '1n'];

/** Some value that fits a shape, or nearly: one of the bases', or one made for it. */
export function valueFor(random: Random, shape: number, nodes: Nodes, depth = 0): Json {
  const seen = pool().get(shape);
  if (seen && random.chance(0.7)) return structuredClone(random.pick(seen));
  const node = nodes[shape];
  switch (node?.type) {
    case 'object':
      return blockFor(random, node, nodes, depth);
    case 'map':
      return { [random.pick(words)]: valueFor(random, node.values, nodes, depth + 1) };
    case 'list':
      return depth > 3 ? [] : random.list(2, () => valueFor(random, node.items, nodes, depth + 1));
    case 'any':
    case 'block':
      return {};
    default:
      return leafFor(random, node);
  }
}

/** A text, number, truth or quantity in the place of another. */
export function leafFor(random: Random, node: Node | undefined): Json {
  switch (node?.type) {
    case 'integer':
    case 'number':
      return random.pick(numbers);
    case 'boolean':
      return random.chance(0.5);
    case 'int-or-string':
      return random.chance(0.5) ? random.pick(numbers) : random.pick(words);
    case 'quantity':
      return random.pick(quantities);
    case 'string':
      return node.values && random.chance(0.6) ? random.pick(node.values) : random.pick(words);
    default:
      return random.pick(words);
  }
}

function blockFor(
  random: Random,
  { fields, required = [] }: Extract<Node, { type: 'object' }>,
  nodes: Nodes,
  depth: number,
): Json {
  if (depth > 3) return {};
  const names = Object.keys(fields);
  const chosen = new Set([...required, ...(names.length > 0 ? [random.pick(names), random.pick(names)] : [])]);
  return Object.fromEntries([...chosen].map((name) => [name, valueFor(random, fields[name] ?? -1, nodes, depth + 1)]));
}

/** The values that the bases hold, by their shape. */
const pool = lazy(() => {
  const held = new Map<number, Json[]>();
  for (const { spots } of bases().map(anatomyOf)) {
    for (const { holder, key, shape } of spots) {
      const value = (holder as Record<string | number, Json>)[key] ?? null;
      const values = held.get(shape);
      if (values) values.push(value);
      else held.set(shape, [value]);
    }
  }
  return held;
});
