import { sha256 } from '../../../core/sha256.ts';

/** A UUID that is the same on every run. */
export function uidOf(seed: string): string {
  const hex = sha256(seed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
