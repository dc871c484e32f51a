import type { Node } from 'yaml';

export type Path = readonly (string | number)[];

/** A node of a manifest and the keys that lead to it; `name` says of which object: `Service/web`. */
export interface Place {
  readonly node: Node;
  readonly path: Path;
  readonly name: string;
}
