/** When every session begins: 2 February 2026, a Monday, at nine in the morning (UTC). */
const beginning = Date.UTC(2026, 1, 2, 9);

/** A moment of a session as a date. @param clock seconds since it began */
export function dateAt(clock: number): Date {
  return new Date(beginning + clock * 1000);
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon Feb  2 09:00:00 2026`, as C and Go write a moment. @param zone what stands before the year */
export function calendarTime(clock: number, zone = ''): string {
  const date = dateAt(Math.floor(clock));
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)}`;
  return `${day} ${date.toISOString().slice(11, 19)} ${zone}${date.getUTCFullYear()}`;
}

/** `2026-02-02T09:00:00Z`. */
export function timestamp(clock: number): string {
  return `${dateAt(clock).toISOString().slice(0, 19)}Z`;
}
