/** What is read of a syntax tree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A name, whether it is written as an identifier or as a string. */
export const nameOf = (node: unknown): string => {
  const { name, value } = node as { readonly name?: string; readonly value?: string };
  return name ?? value ?? '';
};

/** A name of another module. */
export interface Origin {
  readonly path: string;
  readonly name: string;
}
