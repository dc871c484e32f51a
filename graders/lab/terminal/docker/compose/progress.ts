/** Something of a project that was worked at, as it stands at the end. */
export interface Event {
  readonly id: string;
  readonly status: string;
  /** Simulated seconds. */
  readonly seconds: number;
  readonly failed?: true;
}

const width = 80;

/**
 * The lines that stay on the screen when Compose is done, on a terminal of 80 columns.
 * @see https://github.com/docker/compose/blob/v2.40.3/pkg/progress/tty.go (`print`, `lineText`)
 */
export function progress(title: string, events: readonly Event[]): string {
  if (events.length === 0) return '';
  const widest = Math.max(...events.map(({ id }) => id.length + 1));
  const lines = events.map(({ id, status, seconds, failed }) => {
    const text = ` ${failed ? '✘' : '✔'} ${`${id} `.padEnd(widest)} ${status}`;
    const timer = `${seconds.toFixed(1)}s `;
    return `${text}${' '.repeat(Math.max(0, width - [...text].length - timer.length))}${timer}\n`;
  });
  return `[+] ${title} ${events.length}/${events.length}\n${lines.join('')}`;
}
