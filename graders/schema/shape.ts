/**
 * The shape of one part of a manifest, as the tables of `generated/shapes` hold it. Numbers refer to other nodes of the
 * same table, so that equal parts stand once.
 */
export type Node = ObjectNode | MapNode | ListNode | TextNode | NumberNode | PlainNode;

/** A block with known fields. */
export interface ObjectNode {
  readonly type: 'object';
  readonly fields: Readonly<Record<string, number>>;
  readonly required?: readonly string[];
  readonly choices?: readonly Choice[];
}

/** Fields of which one at most may be written; exactly one when `needed`. */
export interface Choice {
  readonly fields: readonly string[];
  readonly needed: boolean;
}

/** A block whose keys are free. */
export interface MapNode {
  readonly type: 'map';
  readonly values: number;
}

export interface ListNode {
  readonly type: 'list';
  readonly items: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface TextNode {
  readonly type: 'string';
  readonly values?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface NumberNode {
  readonly type: 'integer' | 'number';
  /** The only numbers allowed. */
  readonly values?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** `any` is free-form and `block` a free-form object; `quantity` and `int-or-string` accept a number or a text. */
export interface PlainNode {
  readonly type: 'boolean' | 'any' | 'block' | 'quantity' | 'int-or-string';
}

/** The table of shapes, or as much of it as a kind is made of. */
export type Nodes = readonly Node[];

/** One kind in one version. */
export interface KindShape {
  readonly nodes: Nodes;
  readonly root: ObjectNode;
}

/** A part of the table of nodes. */
export interface Stretch {
  /** The place of its first node in the table. */
  readonly start: number;
  /** Its nodes as JSON. */
  readonly text: string;
}

/** Where the shape of a kind is in the table. */
export interface Place {
  readonly root: number;
  /** Numbers of the stretches with all that it is made of. */
  readonly needs: readonly number[];
}
