import type { Json, JsonObject } from '../../../core/json.ts';
import { own } from '../../../core/own.ts';
import type { Node, Nodes, ObjectNode } from '../../../schema/shape.ts';
import { shapeOf } from '../../../schema/tables.ts';

/** What holds values by key: a block, or a list by position. */
export type Holder = Record<string, Json> | Json[];

/** A value of a manifest that has a shape. */
export interface Spot {
  readonly holder: Holder;
  readonly key: string | number;
  /** Number of its shape in the table. */
  readonly shape: number;
}

/** A block of a manifest, whose shape says which fields it might have. */
export interface Block {
  readonly block: Record<string, Json>;
  readonly fields: ObjectNode['fields'];
}

/** Every value of a manifest that has a shape, and every block. */
export interface Anatomy {
  readonly nodes: Nodes;
  readonly spots: readonly Spot[];
  readonly blocks: readonly Block[];
}

/** @throws where the kind has no schema: a base of a kind that is not known decides nothing */
export function anatomyOf(manifest: JsonObject): Anatomy {
  const { apiVersion, kind } = manifest;
  const shape = shapeOf(String(apiVersion), String(kind));
  if (!shape) throw new Error(`There is no schema of ${String(apiVersion)} ${String(kind)}`);
  const { nodes, root } = shape;
  const spots: Spot[] = [];
  const blocks: Block[] = [];
  const enter = (holder: Holder, key: string | number, at: number) => {
    spots.push({ holder, key, shape: at });
    walk((holder as Record<string | number, Json>)[key] ?? null, nodes[at]);
  };
  const walk = (value: Json, node: Node | undefined) => {
    if (value === null || typeof value !== 'object' || !node) return;
    if (Array.isArray(value)) {
      if (node.type === 'list') for (const index of value.keys()) enter(value as Json[], index, node.items);
      return;
    }
    const block = value as Record<string, Json>;
    if (node.type === 'object') blocks.push({ block, fields: node.fields });
    for (const key of Object.keys(block)) {
      const at = node.type === 'object' ? own(node.fields, key) : node.type === 'map' ? node.values : undefined;
      if (at !== undefined) enter(block, key, at);
    }
  };
  walk(manifest, root);
  return { nodes, spots, blocks };
}
