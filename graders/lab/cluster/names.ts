const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * A short suffix such as the API server gives to generated names, but the same on every run: it depends on `seed` only.
 * @param length number of characters, 5 for pods and 10 for a template hash
 */
export function suffix(seed: string, length = 5): string {
  let hash = fnv(seed);
  let out = '';
  for (let index = 0; index < length; index++) {
    out += alphabet[hash % alphabet.length];
    hash = fnv(`${out}${hash}`);
  }
  return out;
}

/** A 32-bit FNV-1a hash: small, fast and the same everywhere. */
export function fnv(value: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index++) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
