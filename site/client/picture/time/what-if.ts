import { fill } from '../../../../graders/core/messages.ts';
import type { Branch } from '../../../../graders/index.ts';
import { whatIfWords } from '../../../shared/time-words.ts';
import { button, element } from '../../element.ts';
import { currentLang, say } from '../../lang.ts';
import type { Choice } from './kind.ts';

export interface WhatIfOptions {
  readonly choices: readonly Choice[];
  /** Asked for with what was chosen, in words. */
  readonly open: (branch: Branch, said: string) => void;
  readonly close: () => void;
}

/** Lets somebody who stands at a moment do something else from there on. */
export class WhatIf {
  readonly view: HTMLElement;
  private readonly when = element('span', {});
  /** What is done, where there is nothing to choose. */
  private readonly only: string;
  private readonly select: HTMLSelectElement;
  private readonly field = element('label', { class: 'what-if-field' });
  private readonly input = element('input', {});
  private readonly closing: HTMLButtonElement;
  private readonly status = element('p', { class: 'what-if-said', role: 'status' });
  private index = 0;
  private from = '';
  /** Whether somebody wrote into the field: it then stays as it is. */
  private isWritten = false;

  constructor(private readonly options: WhatIfOptions) {
    const { choices, close } = options;
    this.select = element(
      'select',
      { 'aria-label': say(whatIfWords.what) },
      ...choices.map(({ label }, index) => element('option', { value: String(index) }, label.replaceAll('`', ''))),
    );
    this.select.hidden = choices.length === 1;
    this.only = choices.length === 1 ? `, ${choices[0]?.label ?? ''}` : '';
    this.select.addEventListener('change', () => this.chosen());
    this.input.addEventListener('input', () => {
      this.isWritten = true;
    });
    this.input.addEventListener('keydown', ({ key }) => key === 'Enter' && this.open());
    this.closing = button(say(whatIfWords.close), close, 'quiet');
    this.closing.hidden = true;
    this.view = element(
      'div',
      { class: 'what-if', role: 'group', 'aria-label': say(whatIfWords.title) },
      element('p', { class: 'what-if-when' }, element('strong', {}, say(whatIfWords.title)), ' ', this.when),
      element(
        'div',
        { class: 'what-if-keys' },
        this.select,
        this.field,
        button(say(whatIfWords.open), () => this.open()),
        this.closing,
      ),
      this.status,
    );
    this.chosen();
  }

  /** Somebody stands at another moment. @param from as a sentence begins with it */
  stand(index: number, from: string): void {
    this.index = index;
    this.from = from;
    this.when.textContent = `${from}${this.only}…`;
    const field = this.choice?.field;
    if (field && !this.isWritten) this.input.value = field.value(index);
  }

  /** @param sentence nothing where the line is there to see */
  tell(...sentence: readonly Node[]): void {
    this.status.replaceChildren(...sentence);
  }

  opened(isOpen: boolean): void {
    if (!isOpen && document.activeElement === this.closing) (this.select.hidden ? this.input : this.select).focus();
    this.closing.hidden = !isOpen;
  }

  private get choice(): Choice | undefined {
    return this.options.choices[Number(this.select.value)];
  }

  private chosen(): void {
    const field = this.choice?.field;
    this.field.hidden = !field;
    this.isWritten = false;
    if (!field) return;
    this.input.type = field.type;
    this.input.inputMode = field.type === 'number' ? 'numeric' : 'text';
    if (field.type === 'number') this.input.min = '0';
    this.input.autocapitalize = 'off';
    this.input.spellcheck = false;
    this.input.value = field.value(this.index);
    this.field.replaceChildren(`${field.label} `, this.input, field.unit ?? '');
  }

  private open(): void {
    const { choice, from, index } = this;
    const value = this.input.value.trim();
    if (!choice || (choice.field && value === '')) return;
    const said = choice.field ? `${choice.label} \`${value}${choice.field.unit ?? ''}\`` : choice.label;
    this.options.open(choice.branch(index, value), fill(whatIfWords.line, { from, does: said }, currentLang()));
  }
}
