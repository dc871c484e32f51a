/** What a character has to be. */
export type Test = (codePoint: number) => boolean;

/** A place between characters. */
export type Edge = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word' | 'no-word';

/** A pattern, read. */
export type Tree =
  | { readonly is: 'empty' }
  | { readonly is: 'one'; readonly test: Test }
  | { readonly is: 'edge'; readonly edge: Edge }
  | { readonly is: 'all'; readonly of: readonly Tree[] }
  | { readonly is: 'either'; readonly of: readonly Tree[] }
  | { readonly is: 'group'; readonly number: number; readonly of: Tree }
  | { readonly is: 'repeat'; readonly min: number; readonly max: number; readonly lazy: boolean; readonly of: Tree };

/** RE2 does not accept the pattern. */
export class BadPattern extends Error {}
