/** When every session begins, so that what a transcript shows is the same on every run: as the terminal's clock says. */
const beginning = Date.UTC(2026, 1, 2, 9);

/** A moment as the API writes it: `2026-02-02T09:00:07Z`. */
export function stamp(seconds: number): string {
  return new Date(beginning + Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** A moment as `kubectl describe` writes it (RFC 1123 with a numeric zone). */
export function longStamp(seconds: number): string {
  return new Date(beginning + Math.floor(seconds) * 1000).toUTCString().replace('GMT', '+0000');
}

export const dateOf = (seconds: number): Date => new Date(beginning + Math.floor(seconds) * 1000);
