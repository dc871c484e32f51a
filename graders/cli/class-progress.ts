import type { Progress } from '../classroom/grade/class.ts';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import type { Context } from './io.ts';
import { barOf } from './waiting.ts';

/** How often a line is drawn again on a terminal, and a new one is written elsewhere. Milliseconds. */
const drawn = 200;
const written = 10_000;
/** No rate is told before this much has passed. */
const settled = 1_000;

/** How a class is coming along, on the standard error: one line that changes on a terminal, one now and then elsewhere. */
export class ClassProgress {
  private readonly began = performance.now();
  private last = performance.now();
  private isShown = false;

  constructor(private readonly context: Pick<Context, 'err' | 'env' | 'lang'>) {}

  tell({ answers }: Progress): void {
    const { err, lang } = this.context;
    const now = performance.now();
    if (now - this.last < (this.isTerminal ? drawn : written)) return;
    this.last = now;
    const passed = now - this.began;
    const rate = answers.done / (passed / 1000);
    const left = (answers.all - answers.done) / rate;
    const words =
      passed < settled || answers.done === 0 ? '' : fill(pace, { rate: Math.round(rate), left: spell(left) }, lang);
    if (this.isTerminal) err.write(`\r${barOf(answers.done, answers.all)}${words}\u001b[K`);
    else err.write(`${answers.done}/${answers.all}${words}\n`);
    this.isShown = true;
  }

  /** Leaves no trace on a terminal. */
  end(): void {
    if (this.isShown && this.isTerminal) this.context.err.write('\r\u001b[K');
    this.isShown = false;
  }

  private get isTerminal(): boolean {
    return this.context.err.isTTY === true && this.context.env.TERM !== 'dumb';
  }
}

/** `1 min 05 s`. */
function spell(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

const pace: Text = { es: ' · {rate}/s · quedan {left}', en: ' · {rate}/s · {left} left' };
