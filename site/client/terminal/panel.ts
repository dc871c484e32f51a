import { filesOf, type SavedSession } from '../../../graders/core/saved-session.ts';
import type { Source } from '../../../graders/index.ts';
import { terminalWords as words } from '../../shared/terminal-words.ts';
import { download } from '../download.ts';
import { element } from '../element.ts';
import { say } from '../lang.ts';
import type { Scripts } from '../scripts.ts';
import { Host, Stopped } from './host.ts';
import { forgetSession, keepSession, keptSession } from './kept.ts';
import { linkOf } from './link.ts';
import type { Answers, World } from './protocol.ts';
import { saidButton } from './said.ts';
import { ScriptRun } from './script-run.ts';
import { Session } from './session.ts';
import { TerminalView } from './view.ts';

export interface PanelOptions {
  /** What it is built into. */
  readonly host: HTMLElement;
  readonly scripts: Scripts;
  /** Address of the script of the lab. */
  readonly engine: string;
  /** The page of the terminal, from this one: where links lead. */
  readonly page: string;
  /** Under which name the session is kept in this browser. */
  readonly key: string;
  readonly world?: World;
  /** The files of the project as they are now. */
  files(): readonly Source[];
  /** The script that may be run command by command. */
  readonly script?: {
    readonly name: string;
    /** As it is now. */
    text(): string;
  };
}

/** A terminal with what one does around it: undo, start over, save, share, and a script that is run command by command. */
export class TerminalPanel {
  private readonly view: TerminalView;
  private readonly session: Session;
  private readonly run: ScriptRun | undefined;
  private readonly stopButton: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private begun = '';
  private dropped: SavedSession | undefined;
  private readonly notice = element('p', { class: 'term-notice', role: 'status' });
  private readonly nextLine = element('p', { class: 'term-next' });

  constructor(private readonly options: PanelOptions) {
    const { scripts, engine, world, script } = options;
    this.session = new Session(new Host(scripts, engine), world);
    this.view = new TerminalView({
      enter: (line) => void this.typed(line),
      complete: (line) => this.session.complete(line).catch(() => ({ offers: [], typed: '' })),
      stop: () => this.session.stop(),
    });
    this.run =
      script &&
      new ScriptRun({
        text: script.text,
        next: (text, after) => this.session.next(text, after),
        enter: (line) => this.entered(line),
        show: (next) => this.showNext(script.name, next),
      });
    this.stopButton = saidButton(words.stop, () => this.session.stop(), 'term-stop');
    this.stopButton.hidden = true;
    this.again = saidButton(words.recover, () => void this.recover());
    this.again.hidden = true;
    this.build();
  }

  /** Opens the desk: as it was left, as `saved` says, or as it is at the beginning. */
  async open(saved = keptSession(this.options.key), told?: string): Promise<void> {
    await this.working(async () => {
      const { prompt, entries } = await this.session.open(
        saved ? filesOf(saved) : this.options.files(),
        saved?.commands ?? [],
      );
      this.view.clear();
      for (const entry of entries) this.view.add(entry);
      this.view.setPrompt(prompt);
      if (entries.length > 0) this.tell(told ?? say(words.recovered));
    });
    await this.run?.start();
  }

  /** Puts a line where one would type it. */
  suggest(line: string): void {
    this.view.suggest(line);
  }

  /** Ends what it has in hand: another terminal takes its place. */
  close(): void {
    this.session.stop();
  }

  focus(): void {
    this.view.focus();
  }

  private build(): void {
    const { host } = this.options;
    const steps = this.run && [
      saidButton(words.nextCommand, () => void this.steps(1), 'primary'),
      saidButton(words.runRest, () => void this.steps(Number.POSITIVE_INFINITY)),
    ];
    const actions = element(
      'div',
      { class: 'term-actions' },
      ...(steps ?? []),
      this.stopButton,
      saidButton(words.undo, () => void this.typed('undo')),
      saidButton(words.restart, () => void this.restart()),
      this.again,
      saidButton(words.copyLink, () => void this.copyLink()),
      saidButton(words.saveFile, () => this.save()),
    );
    // The script is edited elsewhere in the page: what comes next is looked up whenever somebody comes back.
    for (const event of ['pointerenter', 'focusin']) actions.addEventListener(event, () => void this.run?.changed());
    host.replaceChildren(actions, this.nextLine, this.notice, this.view.root);
  }

  private showNext(name: string, next: Answers['next']): void {
    const [command = ''] = next?.text.split('\n') ?? [];
    this.nextLine.replaceChildren(
      ...(next
        ? [`${name}:${next.first} `, element('code', {}, next.first === next.last ? command : `${command} …`)]
        : [say(words.noLine).replace('{name}', name)]),
    );
  }

  private async typed(line: string): Promise<void> {
    await this.entered(line);
    this.view.focus();
  }

  /** Carries a line out. @returns whether what runs a script may go on */
  private async entered(line: string): Promise<boolean> {
    const text = this.begun === '' ? line : `${this.begun}\n${line}`;
    if (text.trim() === '') return true;
    const done = await this.working(() => this.session.enter(text, this.options.files()));
    if (!done) {
      this.begun = '';
      return false;
    }
    const { how, entry, prompt } = done;
    if (how === 'more' && line.trim() !== '' && text.length < 20_000) {
      this.begun = text;
      this.view.setPrompt(': >');
      return true;
    }
    this.begun = '';
    this.view.add(entry);
    this.view.setPrompt(prompt);
    if (how === 'left') this.tell(say(words.left));
    keepSession(this.options.key, this.session.saved());
    if (how === 'own') await this.run?.back(this.session.length);
    return how === 'done' && entry.exit === 0;
  }

  private async steps(most: number): Promise<void> {
    const end = await this.run?.forward(most, this.session);
    if (end !== undefined) this.tell(end);
  }

  private async restart(): Promise<void> {
    const before = this.session.saved();
    this.dropped = before.commands.length > 0 ? before : this.dropped;
    forgetSession(this.options.key);
    await this.open(undefined);
    this.again.hidden = this.dropped === undefined;
    this.tell(say(words.restarted));
    this.view.focus();
  }

  private async recover(): Promise<void> {
    const { dropped } = this;
    if (!dropped) return;
    this.again.hidden = true;
    await this.open(dropped);
    keepSession(this.options.key, dropped);
    this.view.focus();
  }

  private save(): void {
    download('sesion.json', `${JSON.stringify(this.session.saved(), null, 2)}\n`);
    this.tell(say(words.savedFile));
  }

  private async copyLink(): Promise<void> {
    const fragment = await linkOf(this.session.saved());
    if (fragment === undefined) {
      this.tell(say(words.linkTooLong));
      return;
    }
    const address = new URL(`${this.options.page}${fragment}`, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      this.tell(say(words.linkCopied));
    } catch {
      // Where there is no clipboard, the link is there to be copied by hand.
      this.notice.replaceChildren(element('a', { href: address }, say(words.linkHere)));
    }
  }

  /** Says something beside what the terminal prints. */
  tell(sentence: string): void {
    this.notice.textContent = sentence;
  }

  private async working<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.view.setBusy(true);
    this.tell('');
    const slow = setTimeout(() => {
      this.tell(say(words.running));
      this.stopButton.hidden = !this.session.canStop;
    }, 400);
    try {
      return await work();
    } catch (problem) {
      if (problem instanceof Stopped) this.view.tell(say(words.stopped));
      else {
        console.error(problem);
        this.view.tell(say(words.broke).replace('{problem}', String(problem)));
      }
      return undefined;
    } finally {
      clearTimeout(slow);
      if (this.notice.textContent === say(words.running)) this.tell('');
      this.stopButton.hidden = true;
      this.view.setBusy(false);
    }
  }
}
