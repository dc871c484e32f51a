import { own } from '../../../../core/own.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import type { Node, Nodes } from '../../../../schema/shape.ts';
import { shapeOf } from '../../../../schema/tables.ts';
import { isFields } from '../json.ts';

/** More than this nobody reads. */
const most = 20;

/**
 * The fields of an object that its kind does not have, by their whole path, as the strict decoder of the API server names them.
 * Whether it is refused is decided by admission; this only says it in the server's words.
 */
export function unknownFields({ apiVersion, kind, data }: Resource): readonly string[] {
  const shape = shapeOf(apiVersion, kind);
  const found: string[] = [];
  if (shape) visit(data, shape.root, shape.nodes, '', found);
  return found.slice(0, most);
}

function visit(value: unknown, node: Node | undefined, nodes: Nodes, path: string, found: string[]): void {
  if (!node || found.length > most) return;
  if (node.type === 'object' && isFields(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const field = own(node.fields, key);
      const place = path === '' ? key : `${path}.${key}`;
      if (field === undefined) found.push(place);
      else visit(inner, nodes[field], nodes, place, found);
    }
  } else if (node.type === 'map' && isFields(value)) {
    for (const [key, inner] of Object.entries(value)) visit(inner, nodes[node.values], nodes, `${path}.${key}`, found);
  } else if (node.type === 'list' && Array.isArray(value)) {
    for (const [index, inner] of value.entries()) visit(inner, nodes[node.items], nodes, `${path}[${index}]`, found);
  }
}
