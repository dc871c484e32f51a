import { only, type Sample, signature } from './value.ts';

const tolerance = 1e-6;

/**
 * Whether two answers say the same: as many samples, with the same values for the same labels. Labels that only one side
 * has do not matter as long as the others tell its samples apart.
 */
export function sameAnswer(found: readonly Sample[], wanted: readonly Sample[]): boolean {
  if (found.length !== wanted.length) return false;
  const names = [...new Set(wanted.flatMap(({ labels }) => Object.keys(labels)))];
  const byLabels = new Map(found.map((sample) => [signature(only(sample.labels, names)), sample.value]));
  if (byLabels.size !== found.length) return false;
  return wanted.every(({ labels, value }) => {
    const other = byLabels.get(signature(only(labels, names)));
    return other !== undefined && sameValue(other, value);
  });
}

/** Whether they hold the same values, whatever their labels. */
export function sameValues(found: readonly Sample[], wanted: readonly Sample[]): boolean {
  const ascending = (samples: readonly Sample[]) => samples.map(({ value }) => value).sort((a, b) => a - b);
  const [ours, theirs] = [ascending(found), ascending(wanted)];
  return ours.length === theirs.length && ours.every((value, index) => sameValue(value, theirs[index] ?? Number.NaN));
}

export function sameValue(a: number, b: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}
