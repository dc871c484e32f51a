/**
 * The restricted subset of JSON Schema that manifests need, as a tree. A shape is mutable while the generator gathers
 * what the type declarations, the precompiled validators and the corrections know about it.
 */
export type Shape = ObjectShape | MapShape | ListShape | TextShape | NumberShape | PlainShape;

/** A block with known fields. */
export interface ObjectShape {
  readonly type: 'object';
  /** Name of the definition in the models, when it has one. */
  name?: string;
  fields: Record<string, Shape>;
  required: string[];
  /** Fields of which one at most (`needed`: exactly one) may be written. */
  choices: Choice[];
}

export interface Choice {
  readonly fields: readonly string[];
  needed: boolean;
}

/** A block whose keys are free. */
export interface MapShape {
  readonly type: 'map';
  readonly values: Shape;
}

export interface ListShape {
  readonly type: 'list';
  items: Shape;
  minItems?: number;
  maxItems?: number;
}

export interface TextShape {
  readonly type: 'string';
  values?: readonly string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
}

export interface NumberShape {
  readonly type: 'integer' | 'number';
  /** The only numbers allowed. */
  values?: readonly number[];
  minimum?: number;
  maximum?: number;
}

/** `any` is free-form; `quantity` and `int-or-string` accept a number or a text. */
export interface PlainShape {
  readonly type: 'boolean' | 'any' | 'block' | 'quantity' | 'int-or-string';
}

export const isObject = (shape: Shape | undefined): shape is ObjectShape => shape?.type === 'object';
