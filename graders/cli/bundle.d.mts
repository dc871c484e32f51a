/** See `bundle.mjs`. */
export function freshBundle(root: string): Promise<string>;
