/** When every session begins: 2 February 2026, a Monday, at nine in the morning (UTC). */
const beginning = Date.UTC(2026, 1, 2, 9);

/** A moment of a session as a date. @param clock seconds since it began */
export function dateAt(clock: number): Date {
  return new Date(beginning + clock * 1000);
}

/** `2026-02-02T09:00:00Z`. */
export function timestamp(clock: number): string {
  return `${dateAt(clock).toISOString().slice(0, 19)}Z`;
}
