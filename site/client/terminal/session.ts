import type { SavedSession } from '../../../graders/core/saved-session.ts';
import type { Source } from '../../../graders/index.ts';
import { type Host, Stopped } from './host.ts';
import type { Answers, World } from './protocol.ts';

/** One session as the page knows it: enough to open it again wherever it is. */
export class Session {
  private files: readonly Source[] = [];
  private commands: SavedSession['commands'] = [];
  private opened = false;

  constructor(
    private readonly host: Host,
    readonly world: World | undefined,
  ) {}

  /** How many lines could be undone. */
  get length(): number {
    return this.commands.length;
  }

  get canStop(): boolean {
    return this.host.canStop;
  }

  /** Opens the desk, and types again what is to have been typed. */
  async open(files: readonly Source[], commands: SavedSession['commands'] = []): Promise<Answers['open']> {
    this.files = files;
    this.commands = commands;
    this.opened = false;
    return this.reopened();
  }

  /** @throws Stopped: the session is as it was before the line */
  async enter(line: string, files: readonly Source[]): Promise<Answers['enter']> {
    if (!this.opened) await this.reopened();
    try {
      const answer = await this.host.ask({ does: 'enter', line, files });
      this.commands = answer.commands;
      return answer;
    } catch (problem) {
      if (problem instanceof Stopped) this.opened = false;
      throw problem;
    }
  }

  async complete(line: string): Promise<Answers['complete']> {
    if (!this.opened) await this.reopened();
    return this.host.ask({ does: 'complete', line });
  }

  next(script: string, after: number): Promise<Answers['next']> {
    return this.host.ask({ does: 'next', script, after });
  }

  stop(): void {
    this.host.stop();
  }

  saved(): SavedSession {
    const exercise = this.world?.spec.id;
    const files = Object.fromEntries(this.files.map(({ path, text }) => [path, text]));
    return {
      timonel: 'lab',
      version: 1,
      ...(exercise !== undefined && { exercise }),
      files,
      commands: this.commands,
    };
  }

  private async reopened(): Promise<Answers['open']> {
    const { world, files, commands } = this;
    const answer = await this.host.ask({ does: 'open', ...(world && { world }), files, commands });
    this.opened = true;
    return answer;
  }
}
