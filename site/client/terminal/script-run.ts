import { terminalWords as words } from '../../shared/terminal-words.ts';
import { say } from '../lang.ts';
import type { Answers } from './protocol.ts';

interface Around {
  /** The script as it is now. */
  text(): string;
  next(script: string, after: number): Promise<Answers['next']>;
  /** Carries a command out. @returns whether the next one may follow */
  enter(command: string): Promise<boolean>;
  /** Shows what comes next; null at the end. */
  show(next: Answers['next']): void;
}

/** A command of the script that was run. */
interface Ran {
  readonly last: number;
  /** How many lines the session had before it. */
  readonly before: number;
}

/** A script that a person runs command by command, and takes back. */
export class ScriptRun {
  private ran: readonly Ran[] = [];
  /** The lines that were run, as they were. */
  private known = '';
  private running = false;

  constructor(private readonly around: Around) {}

  /** Begins at the first command. */
  async start(): Promise<void> {
    this.ran = [];
    this.known = '';
    await this.show();
  }

  /** The session was taken back to as many lines. */
  async back(length: number): Promise<void> {
    this.ran = this.ran.filter(({ before }) => before < length);
    this.known = this.upTo(this.after);
    await this.show();
  }

  /** The script may be another one. */
  async changed(): Promise<void> {
    if (!this.running) await this.show();
  }

  /**
   * Runs the next commands, until one fails.
   * @returns what there is to say of it
   */
  async forward(most: number, session: { readonly length: number }): Promise<string | undefined> {
    if (this.running) return undefined;
    if (this.known !== this.upTo(this.after)) {
      await this.start();
      return say(words.scriptChanged);
    }
    this.running = true;
    try {
      for (let count = 0; count < most; count++) {
        const next = await this.around.next(this.around.text(), this.after);
        if (!next) return say(words.scriptEnds);
        const before = session.length;
        const goesOn = await this.around.enter(next.text);
        if (session.length === before) return undefined;
        this.ran = [...this.ran, { last: next.last, before }];
        this.known = this.upTo(next.last);
        if (!goesOn && count + 1 < most) return say(words.scriptFails).replace('{line}', String(next.first));
      }
      return undefined;
    } finally {
      this.running = false;
      await this.show();
    }
  }

  private get after(): number {
    return this.ran.at(-1)?.last ?? 0;
  }

  private upTo(line: number): string {
    return this.around.text().split('\n').slice(0, line).join('\n');
  }

  private async show(): Promise<void> {
    const next = await this.around.next(this.around.text(), this.after).catch(() => null);
    this.around.show(next);
  }
}
