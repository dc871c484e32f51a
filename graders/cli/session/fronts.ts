import { createInterface } from 'node:readline';
import type { Context } from '../io.ts';
import { printLines } from '../print.ts';
import { readKeys } from './keys.ts';
import { openingLines, plainLines } from './plain.ts';
import { screenLines } from './screen.ts';
import type { Event, Size, State } from './state.ts';

/** How a session meets its person: what it shows, and what it hears from them. */
export interface Front {
  /** What is shown is drawn over what was: it may move. */
  readonly draws: boolean;
  open(state: State, hear: (event: Event) => void): void;
  show(before: State, after: State, event: Event): void;
  /** Gives the terminal back as it was. May be called twice. */
  close(): void;
}

const defaultSize: Size = { columns: 80, rows: 24 };

export function sizeOf({ columns, rows }: Context['out']): Size {
  return { columns: columns || defaultSize.columns, rows: rows || defaultSize.rows };
}

/** Whether a screen can be drawn again and again. */
export function canDraw({ out, input, env }: Context, plain: boolean): boolean {
  return !plain && out.isTTY === true && input.isTTY === true && env.TERM !== 'dumb';
}

const csi = '\u001b[';
/** A screen of its own, so that what stood in the terminal is there again afterwards; no cursor. */
const enter = `\r${csi}K${csi}?1049h${csi}?25l`;
const leave = `${csi}?25h${csi}?1049l`;

/** The whole screen, drawn again after each event. */
export class DrawnFront implements Front {
  readonly draws = true;
  private stopReading: (() => void) | undefined;
  private isOpen = false;
  private drawn: string | undefined;
  private state: State | undefined;
  private resized: (() => void) | undefined;
  private readonly onExit = () => this.close();

  constructor(private readonly context: Context) {}

  open(state: State, hear: (event: Event) => void): void {
    const { out, input } = this.context;
    this.isOpen = true;
    out.write(enter);
    process.once('exit', this.onExit);
    const pressed = (key: string): void => {
      if (key === 'ctrl-z') this.suspend(hear);
      else if (key === 'ctrl-l') this.redraw();
      else hear({ kind: 'key', key });
    };
    this.stopReading = readKeys(input, pressed);
    this.resized = () => {
      this.drawn = undefined;
      hear({ kind: 'resized', size: sizeOf(out) });
    };
    terminalOf(this.context).on('resize', this.resized);
    this.draw(state);
  }

  show(_before: State, after: State): void {
    this.draw(after);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stopReading?.();
    if (this.resized) terminalOf(this.context).off('resize', this.resized);
    process.off('exit', this.onExit);
    this.context.out.write(leave);
  }

  /** From the top, in one write, each line over the one that stood there: nothing flickers. */
  private draw(state: State): void {
    this.state = state;
    if (!this.isOpen) return;
    const text = screenLines(state).join(`${csi}K\r\n`);
    if (text === this.drawn) return;
    this.drawn = text;
    this.context.out.write(`${csi}H${text}${csi}K${csi}J`);
  }

  private redraw(): void {
    this.drawn = undefined;
    if (this.state) this.draw(this.state);
  }

  /** Ctrl+Z, which is no signal while each key is read by itself. */
  private suspend(hear: (event: Event) => void): void {
    const { state } = this;
    if (process.platform === 'win32' || !state) return;
    this.close();
    process.once('SIGCONT', () => {
      this.drawn = undefined;
      this.open(state, hear);
      hear({ kind: 'resized', size: sizeOf(this.context.out) });
    });
    // The whole group: `npm start` stands between the shell and this process.
    process.kill(0, 'SIGTSTP');
  }
}

/** Lines one after another: for pipes, for terminals that cannot be drawn on, and for screen readers. */
export class PlainFront implements Front {
  readonly draws = false;
  private lines: ReturnType<typeof createInterface> | undefined;

  constructor(private readonly context: Context) {}

  open(state: State, hear: (event: Event) => void): void {
    const { input, out } = this.context;
    const typed = input.isTTY === true;
    printLines(out, openingLines(state, typed));
    if (!typed) return;
    this.lines = createInterface({ input });
    this.lines.on('line', (line) => {
      for (const key of keysOf(line)) hear({ kind: 'key', key });
    });
    this.lines.on('SIGINT', () => hear({ kind: 'key', key: 'ctrl-c' }));
    this.lines.on('close', () => hear({ kind: 'key', key: 'ctrl-c' }));
  }

  show(before: State, after: State, event: Event): void {
    const lines = plainLines(before, after, event);
    if (lines.length > 0) printLines(this.context.out, lines);
  }

  close(): void {
    this.lines?.removeAllListeners('close');
    this.lines?.close();
  }
}

/** A letter typed with Enter; in the list, what is searched for. An empty line goes back. */
function keysOf(line: string): readonly string[] {
  const text = line.trim();
  if (text === '') return ['escape'];
  return text.startsWith('/') ? [...text, 'return'] : [[...text][0] ?? ''];
}

function terminalOf({ out }: Context): Pick<NodeJS.WriteStream, 'on' | 'off'> {
  return out as unknown as NodeJS.WriteStream;
}
