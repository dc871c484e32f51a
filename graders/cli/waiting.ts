import type { Context } from './io.ts';

/** What takes less is not worth a bar. Milliseconds. */
const patience = 500;
const cells = 24;

/** A bar on the standard error of a terminal for what takes more than half a second; nothing anywhere else. */
export class Waiting {
  private readonly began = performance.now();
  private done = 0;
  private isShown = false;

  /** @param words what is done, which is said at once */
  constructor(
    private readonly context: Pick<Context, 'err' | 'env'>,
    private readonly all: number,
    private readonly words = '',
  ) {
    if (words !== '') this.show('');
  }

  /** One more is about to be done. */
  step(): void {
    if (performance.now() - this.began > patience) this.show(barOf(this.done, this.all));
    this.done++;
  }

  /** Leaves no trace of the bar. */
  end(): void {
    if (this.isShown) this.context.err.write('\r\u001b[K');
  }

  private show(bar: string): void {
    const { err, env } = this.context;
    if (err.isTTY !== true || env.TERM === 'dumb') return;
    this.isShown = true;
    err.write(`\r${[this.words, bar].filter((part) => part !== '').join('  ')}`);
  }
}

/** `████████░░░░ 12/30` */
export const barOf = (done: number, all: number): string => `${cellsOf(done, all)} ${done}/${all}`;

/** `████████░░░░` */
export function cellsOf(done: number, all: number): string {
  const full = all === 0 ? cells : Math.min(cells, Math.round((done / all) * cells));
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)}`;
}
