import { own } from '../../../graders/core/own.ts';
import type { AnswerValues } from '../../../graders/theory/answer-text.ts';
import type { SectionData } from '../../shared/page-data.ts';
import { element } from '../element.ts';
import { Field } from './fields.ts';
import { OrderList } from './order.ts';

export interface SectionEvents {
  readonly onChange: () => void;
  readonly announce: (sentence: string) => void;
}

/** A section of the form: questions, or one list. */
export class Section {
  readonly fields: readonly Field[];
  readonly list: OrderList | undefined;
  private readonly host: HTMLElement;

  constructor(
    form: HTMLElement,
    readonly data: SectionData,
    events: SectionEvents,
  ) {
    const host = form.querySelector<HTMLElement>(`[data-section="${CSS.escape(data.key)}"]`);
    if (!host) throw new Error(`the form has no section ${data.key}`);
    this.host = host;
    const changed = (field?: Field) => {
      field?.clearNotes();
      this.clearScore();
      events.onChange();
    };
    this.fields = data.fields.map((shape) => {
      const row = host.querySelector<HTMLElement>(`[data-key="${CSS.escape(shape.key)}"]`);
      if (!row) throw new Error(`the form has no question ${shape.key}`);
      const field = new Field(row, shape);
      row.addEventListener('input', () => changed(field));
      row.addEventListener('change', () => field.complain());
      return field;
    });
    const order = host.querySelector<HTMLElement>('.order');
    this.list =
      order && data.list
        ? new OrderList({
            host: order,
            announce: events.announce,
            onChange: () => {
              this.clearNotes();
              changed();
            },
          })
        : undefined;
  }

  get value(): AnswerValues[string] {
    if (this.list) return this.list.value;
    return Object.fromEntries(this.fields.map((field) => [field.shape.key, field.value]));
  }

  set value(value: AnswerValues[string] | undefined) {
    if (this.list) this.list.value = Array.isArray(value) ? value : [];
    else {
      const table = value && !Array.isArray(value) ? (value as Exclude<AnswerValues[string], readonly string[]>) : {};
      for (const field of this.fields) field.value = own(table, field.shape.key) ?? 'no-se';
    }
  }

  /** Questions answered and asked; a list counts as one. */
  get progress(): { readonly done: number; readonly count: number } {
    if (this.list) return { done: this.list.value.length > 0 ? 1 : 0, count: 1 };
    return { done: this.fields.filter(({ isAnswered }) => isAnswered).length, count: this.fields.length };
  }

  score(text: string, status: string): void {
    const score = this.host.querySelector<HTMLElement>('.section-score');
    if (!score) return;
    score.textContent = text;
    score.dataset.status = status;
    score.hidden = false;
  }

  /** Says something about the section as a whole. */
  note(kind: string, content: Node): void {
    this.notes?.append(element('p', { class: `note note--${kind}` }, content));
    if (this.notes) this.notes.hidden = false;
  }

  /** Says something about the item at a place of the list. */
  noteItem(index: number, kind: string, content: Node): void {
    const item = this.list?.at(index);
    if (!item) {
      this.note(kind, content);
      return;
    }
    const id = `${item.querySelector('.step')?.id}-nota`;
    item.append(element('p', { class: `note note--${kind}`, id }, content));
    item.dataset.result ??= kind;
    for (const button of item.querySelectorAll('button')) button.setAttribute('aria-describedby', id);
  }

  clearNotes(): void {
    for (const field of this.fields) field.clearNotes();
    this.notes?.replaceChildren();
    if (this.notes) this.notes.hidden = true;
    for (const note of this.host.querySelectorAll('.order-chosen .note')) note.remove();
    for (const item of this.host.querySelectorAll<HTMLElement>('.order-chosen > li')) {
      delete item.dataset.result;
      for (const button of item.querySelectorAll('button')) button.removeAttribute('aria-describedby');
    }
    this.clearScore();
  }

  focus(): void {
    this.host.scrollIntoView({ block: 'start' });
    this.host.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }

  private clearScore(): void {
    const score = this.host.querySelector<HTMLElement>('.section-score');
    if (score) score.hidden = true;
  }

  private get notes(): HTMLElement | null {
    return this.host.querySelector('.section-notes');
  }
}
