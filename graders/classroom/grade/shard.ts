/** One of several equal parts of a class, which other machines grade the rest of. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** @param place of a submission among all of its class, from 0 */
export const inShard = (place: number, shard: Shard | undefined): boolean =>
  shard === undefined || place % shard.count === shard.index - 1;

/** @returns undefined for what is no `2/5` */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}
