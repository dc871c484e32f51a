/** See `bundle.mjs`. */
export function freshBundle(root: string, building?: () => void): Promise<string>;
export function compilingFlags(how: 'passing' | 'staying'): readonly string[];
export function stampOf(root: string, path: string): string;
export function inAscii(code: string): string;
export function loadBundle(
  folder: string,
  patience?: number,
  stays?: boolean,
): { readonly exports: Record<string, unknown>; readonly keep: () => void };
