/** See `bundle.mjs`. */
export function freshBundle(root: string): Promise<string>;
export function loadBundle(folder: string): { readonly exports: Record<string, unknown>; readonly keep: () => void };
