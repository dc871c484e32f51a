import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether there is a tmux to drive a real terminal with. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

let count = 0;

/** A program in a pseudo-terminal of its own, as a person would see it. */
export class TestTerminal {
  private readonly server = `timonel-prueba-${process.pid}-${count++}`;

  /** @param command shell words; what stands on the screen when it ends stays */
  constructor(command: string, cwd: string, columns = 80, rows = 24) {
    // Nobody's `.tmux.conf` and no other server; the screen stays when the program ends.
    const size = ['-x', String(columns), '-y', String(rows)];
    this.tmux(
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-c',
      cwd,
      ...size,
      `${command}; echo "[fin $?]"; exec sleep 600`,
    );
  }

  /** Keys by the names of tmux (`Escape`, `C-c`, `Enter`) or text. */
  press(...keys: readonly string[]): void {
    for (const key of keys) this.tmux('send-keys', key);
  }

  resize(columns: number, rows: number): void {
    this.tmux('resize-window', '-x', String(columns), '-y', String(rows));
  }

  get screen(): string {
    return this.tmux('capture-pane', '-p');
  }

  /** Waits until the screen says something. @throws with the screen as it is when it does not in time */
  async sees(wanted: string | RegExp, milliseconds = 40_000): Promise<string> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const { screen } = this;
      if (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`the screen does not show ${wanted}:\n${screen}`);
      await wait(50);
    }
  }

  close(): void {
    spawnSync('tmux', ['-L', this.server, 'kill-server']);
  }

  private tmux(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync('tmux', ['-L', this.server, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
    return stdout;
  }
}
