import { isBlock } from './place.ts';
import type { Node } from './shape.ts';

/** Whether a value is of the kind that a shape expects, without looking inside. */
export function fits(value: unknown, node: Node): boolean {
  if (value === null || value === undefined) return true;
  switch (node.type) {
    case 'object':
    case 'map':
    case 'block':
      return isBlock(value);
    case 'list':
      return Array.isArray(value);
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && (node.values?.includes(value) ?? true);
    case 'any':
      return true;
    default:
      return typeof value === 'string' || typeof value === 'number';
  }
}
