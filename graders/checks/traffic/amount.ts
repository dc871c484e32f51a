/** Whether a share satisfies an amount as a spec writes it. */
export type Amount = (share: number) => boolean;

const bound = /^(>=|<=|>|<)?(\d+(?:\.\d+)?)%$/;
const tolerance = 1e-9;

/**
 * Reads `10%`, `>50%`, `>0% <50%` (every condition holds) or `1%..49%` (both ends included).
 * @throws when it is none of these: the spec is wrong, not the answer
 */
export function readAmount(text: string): Amount {
  const range = /^(\d+(?:\.\d+)?)%\.\.(\d+(?:\.\d+)?)%$/.exec(text.trim());
  const conditions = range ? [`>=${range[1]}%`, `<=${range[2]}%`] : text.trim().split(/\s+/);
  const amounts = conditions.map(readBound);
  return (share) => amounts.every((holds) => holds(share));
}

function readBound(text: string): Amount {
  const parts = bound.exec(text);
  if (!parts) throw new Error(`not an amount: ${text}`);
  const limit = Number(parts[2]) / 100;
  switch (parts[1]) {
    case '>':
      return (share) => share > limit + tolerance;
    case '>=':
      return (share) => share >= limit - tolerance;
    case '<':
      return (share) => share < limit - tolerance;
    case '<=':
      return (share) => share <= limit + tolerance;
    default:
      return (share) => Math.abs(share - limit) <= 0.0005;
  }
}

export function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}
