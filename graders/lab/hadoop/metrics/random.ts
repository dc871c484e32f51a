/**
 * Numbers that look random and are the same for the same seed, with the generator of Steele, Lea and Flood in 32 bits.
 * @returns a function that gives the next one from `low` up to `high`
 */
export function random(seed: number): (low: number, high: number) => number {
  let state = seed >>> 0;
  return (low, high) => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return low + (((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * (high - low);
  };
}
