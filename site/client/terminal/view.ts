import { terminalWords as words } from '../../shared/terminal-words.ts';
import { button, element, withCode } from '../element.ts';
import { say } from '../lang.ts';
import type { Entry } from './protocol.ts';
import { named, said } from './said.ts';

/** What a terminal asks of whoever carries out its lines. */
export interface Behind {
  enter(line: string): void;
  complete(line: string): Promise<{ readonly offers: readonly string[]; readonly typed: string }>;
  stop(): void;
}

/** The most entries that stay on the screen, and the longest text of one. */
const mostEntries = 300;
const longestOutput = 60_000;

/**
 * A terminal of plain elements: what was said, as a log that screen readers follow, and a line to type into. All of it is text: what a
 * program prints never becomes markup.
 */
export class TerminalView {
  readonly root: HTMLElement;
  private readonly log: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly prompt: HTMLElement;
  private readonly status: HTMLElement;
  private readonly history: string[] = [];
  private place = 0;
  private draft = '';
  private leaves = false;
  private busy = false;

  constructor(private readonly behind: Behind) {
    this.log = element('div', { class: 'term-log', role: 'log', tabindex: '0', ...named(words.log) });
    // Where every session begins, so that nothing moves when it has begun.
    this.prompt = element('span', { class: 'term-prompt', 'aria-hidden': 'true' }, '~/proyecto$');
    this.input = element('input', {
      type: 'text',
      class: 'term-input',
      ...named(words.line),
      autocomplete: 'off',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      enterkeyhint: 'send',
    });
    this.status = element('p', { class: 'term-status', role: 'status' });
    const up = button('↑', () => this.step(-1), 'quiet');
    for (const [name, value] of Object.entries(named(words.earlier))) up.setAttribute(name, value);
    const form = element(
      'form',
      { class: 'term-line' },
      this.prompt,
      this.input,
      // What a keyboard on glass has no keys for.
      element(
        'span',
        { class: 'term-touch' },
        up,
        button('Tab', () => void this.complete(), 'quiet'),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.log.addEventListener('click', () => {
      if (getSelection()?.isCollapsed !== false) this.input.focus({ preventScroll: true });
    });
    this.root = element(
      'div',
      { class: 'term' },
      this.log,
      form,
      this.status,
      element('p', { class: 'term-keys' }, said(words.keys)),
    );
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }

  /** Puts a line where one would type it. */
  suggest(line: string): void {
    this.input.value = line;
    this.focus();
  }

  /** What is running cannot be typed into. */
  setBusy(busy: boolean): void {
    this.busy = busy;
    this.input.readOnly = busy;
    this.root.toggleAttribute('data-busy', busy);
  }

  setPrompt(prompt: string): void {
    this.prompt.textContent = shortPrompt(prompt);
  }

  add({ prompt, line, output, exit, notes }: Entry): void {
    this.remember(line);
    const typed = element(
      'p',
      { class: 'term-typed' },
      element('span', { class: 'term-prompt' }, shortPrompt(prompt)),
      element('code', {}, line),
    );
    const text = output.length > longestOutput ? `… ${output.slice(-longestOutput)}` : output;
    const entry = element(
      'div',
      { class: exit === 0 ? 'term-entry' : 'term-entry term-entry--failed' },
      typed,
      text !== '' && element('pre', {}, text.replace(/\n$/, '')),
      ...notes.map((note) => element('p', { class: 'term-note' }, said(note))),
      exit !== 0 && element('p', { class: 'term-exit' }, say(words.exit).replace('{exit}', String(exit))),
    );
    this.log.append(entry);
    while (this.log.childElementCount > mostEntries) this.log.firstElementChild?.remove();
    this.toEnd();
  }

  /** A sentence of the page itself, between what was typed. */
  tell(sentence: string): void {
    this.log.append(element('p', { class: 'term-note' }, withCode(sentence)));
    this.toEnd();
  }

  clear(): void {
    this.log.replaceChildren();
    this.announce('');
  }

  announce(sentence: string): void {
    this.status.textContent = sentence;
  }

  private toEnd(): void {
    this.log.scrollTop = this.log.scrollHeight;
  }

  private remember(line: string): void {
    if (line.trim() !== '' && this.history.at(-1) !== line) this.history.push(line);
    this.place = this.history.length;
  }

  private submit(): void {
    if (this.busy) return;
    const line = this.input.value;
    this.input.value = '';
    this.announce('');
    this.behind.enter(line);
  }

  private key(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    const isTab = key === 'Tab' && !shiftKey && !ctrlKey && !altKey && !metaKey;
    // Esc and then Tab leave the line, as does Tab in a line with nothing to complete.
    if (isTab && !this.leaves && this.input.value.trim() !== '' && !this.busy) {
      event.preventDefault();
      void this.complete();
    } else if (key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault();
      this.step(key === 'ArrowUp' ? -1 : 1);
    } else if (ctrlKey && key === 'l') {
      event.preventDefault();
      this.clear();
    } else if (ctrlKey && key === 'c' && (getSelection()?.isCollapsed ?? true) && this.hasNoSelection()) {
      event.preventDefault();
      if (this.busy) this.behind.stop();
      else this.input.value = '';
    }
    this.leaves = key === 'Escape' || (this.leaves && !isTab && key === 'Shift');
    if (key === 'Escape') this.announce(say(words.leaves));
  }

  private hasNoSelection(): boolean {
    return this.input.selectionStart === this.input.selectionEnd;
  }

  private step(way: -1 | 1): void {
    if (this.busy) return;
    if (this.place === this.history.length) this.draft = this.input.value;
    this.place = Math.min(this.history.length, Math.max(0, this.place + way));
    this.input.value = this.history[this.place] ?? this.draft;
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    this.focus();
  }

  private async complete(): Promise<void> {
    const at = this.input.selectionStart ?? this.input.value.length;
    const [before, after] = [this.input.value.slice(0, at), this.input.value.slice(at)];
    const { offers, typed } = await this.behind.complete(before);
    if (this.input.value !== before + after) return;
    const shared = offers.reduce((one, offer) => commonStart(one, offer), offers[0] ?? typed);
    const isOnly = offers.length === 1 && !shared.endsWith('/');
    const grown =
      shared.length > typed.length || isOnly ? before.slice(0, before.length - typed.length) + shared : before;
    const whole = isOnly ? `${grown} ` : grown;
    this.input.value = whole + after;
    this.input.setSelectionRange(whole.length, whole.length);
    this.announce(
      offers.length === 0 ? say(words.noOffers) : offers.length === 1 ? '' : offers.slice(0, 40).join('  '),
    );
    this.focus();
  }
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** Without who and where, which never change here. */
const shortPrompt = (prompt: string): string => prompt.replace(/^[^:]*:/, '').trim();
