import type { FieldShape, FieldValue } from '../../../graders/theory/answer-text.ts';
import { unknown } from '../../../graders/theory/answer-text.ts';
import { words } from '../../shared/words.ts';
import { element } from '../element.ts';
import { say } from '../lang.ts';

/** One question of a section: its controls, as the page wrote them. */
export class Field {
  constructor(
    private readonly row: HTMLElement,
    readonly shape: FieldShape,
  ) {}

  get value(): FieldValue {
    const { number, text, chosen, reason } = this;
    if (text) return text.value.trim() || unknown;
    if (number) return Number.isFinite(number.valueAsNumber) ? number.valueAsNumber : unknown;
    const valor = chosen ?? unknown;
    return reason ? { valor, razon: reason.value } : valor;
  }

  set value(value: FieldValue) {
    const { number, text, select, reason } = this;
    const { valor, razon } = typeof value === 'object' ? value : { valor: String(value), razon: unknown };
    const typed = number ?? text;
    if (typed) typed.value = valor === unknown ? '' : valor;
    else if (select) select.value = valor;
    else for (const radio of this.radios) radio.checked = radio.value === valor;
    if (reason) reason.value = razon;
  }

  get isAnswered(): boolean {
    const { value } = this;
    return typeof value === 'object' ? value.valor !== unknown && value.razon !== unknown : value !== unknown;
  }

  /** What is read with the question: the group, or the control that stands for it. */
  private get described(): HTMLElement | null {
    return this.row.querySelector<HTMLElement>('fieldset') ?? this.number ?? this.text ?? this.select;
  }

  /** Says something below the question, which a screen reader reads with it. */
  note(kind: string, content: Node): void {
    const note = this.row.querySelector<HTMLElement>('.field-note');
    if (!note) return;
    note.append(element('div', { class: `note note--${kind}` }, content));
    note.hidden = false;
    this.row.dataset.result ??= kind;
    this.described?.setAttribute('aria-describedby', note.id);
    if (kind === 'error' && this.described?.tagName !== 'FIELDSET')
      this.described?.setAttribute('aria-invalid', 'true');
  }

  clearNotes(): void {
    const note = this.row.querySelector<HTMLElement>('.field-note');
    note?.replaceChildren();
    if (note) note.hidden = true;
    delete this.row.dataset.result;
    this.described?.removeAttribute('aria-describedby');
    this.described?.removeAttribute('aria-invalid');
  }

  /** Says what is wrong with what was typed, once it has been typed. */
  complain(): void {
    if (this.number?.validity.badInput) this.note('error', element('span', {}, say(words.notNumber)));
  }

  focus(): void {
    const checked = this.radios.find(({ checked }) => checked);
    const target = checked ?? this.number ?? this.text ?? this.select;
    this.row.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }

  private get radios(): HTMLInputElement[] {
    return [...this.row.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }

  private get chosen(): string | undefined {
    return this.select?.value ?? this.radios.find(({ checked }) => checked)?.value;
  }

  private get number(): HTMLInputElement | null {
    return this.row.querySelector('input[data-part="number"]');
  }

  private get text(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.row.querySelector('input[data-part="text"], textarea[data-part="text"]');
  }

  private get select(): HTMLSelectElement | null {
    return this.row.querySelector('select[data-part="value"]');
  }

  private get reason(): HTMLSelectElement | null {
    return this.row.querySelector('select[data-part="reason"]');
  }
}
