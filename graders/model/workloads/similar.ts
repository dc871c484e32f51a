/**
 * The candidate most like a text, when it is so like it that one is surely a slip of the other: a letter or two apart, or
 * different only in case or in `-`, `_` and `.`.
 */
export function lookalike(text: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = plain(candidate) === plain(text) ? 0 : editDistance(text, candidate);
    if (candidate !== text && distance <= tolerance(text, candidate) && distance < (best?.distance ?? 3))
      best = { candidate, distance };
  }
  return best?.candidate;
}

const plain = (text: string): string => text.toLowerCase().replace(/[-_.]/g, '');

/** Short names one letter apart (`v1`, `v2`; `web`, `wed`) are usually two names; so are those that differ in a digit. */
function tolerance(a: string, b: string): number {
  if (a.replace(/\d/g, '') === b.replace(/\d/g, '')) return 0;
  const shortest = Math.min(a.length, b.length);
  return shortest < 4 ? 0 : shortest < 8 ? 1 : 2;
}

/** Letters to add, drop, change or swap to turn one text into another; anything over 2 counts as 3. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, i > 1 && j > 1 ? swap : change));
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, 3);
}
