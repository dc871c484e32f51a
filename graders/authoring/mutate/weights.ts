import { isMap, isScalar, type Node } from 'yaml';
import type { Edit } from './mutant.ts';
import type { Place } from './place.ts';

interface Weight {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Shares of traffic: all of it to each destination in turn, and the first two exchanged. One edit spans all weights. */
export function weightEdits(text: string, { path, name }: Place, items: readonly Node[]): readonly Edit[] {
  const weights = items.map(weightOf).filter((weight) => weight !== undefined);
  const [first, second] = weights;
  if (weights.length !== items.length || !first || !second) return [];
  const at = `${name}.${path.join('.')}`;
  const values = weights.map(({ value }) => value);
  const swapped = [second.value, first.value, ...values.slice(2)];
  return [
    rewrite(text, weights, swapped, 'swap-weights', at),
    ...weights.map((_, index) =>
      rewrite(
        text,
        weights,
        weights.map((__, other) => (other === index ? 100 : 0)),
        'all-weight',
        `${at}.${index}`,
      ),
    ),
  ];
}

function weightOf(item: Node): Weight | undefined {
  const node = isMap(item) ? item.get('weight', true) : undefined;
  if (!isScalar(node) || typeof node.value !== 'number' || !node.range) return undefined;
  return { from: node.range[0], to: node.range[1], value: node.value };
}

function rewrite(
  text: string,
  weights: readonly Weight[],
  values: readonly number[],
  mutator: string,
  at: string,
): Edit {
  const from = Math.min(...weights.map((weight) => weight.from));
  const to = Math.max(...weights.map((weight) => weight.to));
  let rewritten = '';
  let done = from;
  for (const [index, weight] of weights.entries()) {
    rewritten += text.slice(done, weight.from) + String(values[index]);
    done = weight.to;
  }
  return { mutator, at, from, to, text: rewritten };
}
