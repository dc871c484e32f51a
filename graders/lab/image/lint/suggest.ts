/** Fewer slips than this are a name that was misspelt. */
const tooMany = 3;

/**
 * The name that BuildKit asks whether one meant: the first of those with the fewest letters changed, missing or too many.
 * @see https://github.com/moby/buildkit/blob/v0.33.1/util/suggest/error.go
 */
export function suggested(written: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = tooMany;
  for (const name of known) {
    if (name === written) return undefined;
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const slips = distance(written, name);
    if (slips < fewest) [best, fewest] = [name, slips];
  }
  return best;
}

/** Of names this long nobody sees a slip. */
const longest = 200;

function distance(a: string, b: string): number {
  if (a.length > longest || b.length > longest) return tooMany;
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    last = next;
  }
  return last[b.length] ?? 0;
}
