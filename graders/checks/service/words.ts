import type { Exchange } from './transcript.ts';

/** `POST /tareas`, the id of the task as the path has it. */
export function requestOf({ method, path }: Pick<Exchange, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** The codes that are right, as both languages write them. */
export function expectedStatus(wanted: readonly number[]): string {
  return wanted.join(' / ');
}

/** The beginning of a body, short enough for a sentence. */
export function excerpt(text: string, most = 160): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** What a process said at its end, to stand behind a sentence: nothing where it said nothing. */
export function asSentence(said: string): string {
  return said === '' ? '' : ` ${said}`;
}
