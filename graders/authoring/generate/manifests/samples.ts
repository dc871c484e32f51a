import type { Shape } from './shape.ts';

/** A value for every leaf of a shape, chosen so that a constraint the type declarations do not carry complains. */
export interface Probe {
  readonly text: string;
  readonly number: number;
  /** Every list nested this deep gets that many empty items; other lists get one full item. */
  readonly lists?: { readonly depth: number; readonly length: number };
}

/** A value of the shape, with every field there is. */
export function sample(shape: Shape, probe: Probe, depth: number): unknown {
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, field]) => [name, sample(field, probe, depth)]),
      );
    case 'map':
      return { key: sample(shape.values, probe, depth) };
    case 'list':
      return probe.lists?.depth === depth
        ? Array.from({ length: probe.lists.length }, () => null)
        : [sample(shape.items, probe, depth + 1)];
    case 'integer':
    case 'number':
      return probe.number;
    case 'boolean':
      return true;
    case 'any':
    case 'block':
      return {};
    default:
      return probe.text;
  }
}

/** The sample with nothing in any object of one depth. */
export function withoutFieldsAt(shape: Shape, depth: number): unknown {
  switch (shape.type) {
    case 'object':
      return depth === 0
        ? {}
        : Object.fromEntries(
            Object.entries(shape.fields).map(([name, field]) => [name, withoutFieldsAt(field, depth - 1)]),
          );
    case 'map':
      return { key: withoutFieldsAt(shape.values, depth) };
    case 'list':
      return [withoutFieldsAt(shape.items, depth)];
    default:
      return sample(shape, { text: 'a', number: 1 }, 0);
  }
}

/** The sample with nothing in the object at a path. */
export function sampleWithEmpty(shape: Shape, path: readonly string[]): unknown {
  const whole = sample(shape, { text: 'a', number: 1 }, 0);
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce((value, part) => (value as Record<string, unknown>)[part], whole);
  if (last === undefined) return {};
  (parent as Record<string, unknown>)[last] = {};
  return whole;
}
