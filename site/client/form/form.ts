import { fill } from '../../../graders/core/messages.ts';
import { own } from '../../../graders/core/own.ts';
import type { Source, Text } from '../../../graders/index.ts';
import { type AnswerValues, answerText, valuesOf, writtenValues } from '../../../graders/theory/answer-text.ts';
import type { AnswerFormData } from '../../shared/page-data.ts';
import { words } from '../../shared/words.ts';
import { button, byId, element, withCode } from '../element.ts';
import type { LiteralRead } from '../grader.ts';
import { currentLang, say } from '../lang.ts';
import type { Grading } from './grading.ts';
import { FormPlaces, type Place } from './places.ts';
import { showResults } from './results.ts';
import { Section } from './section.ts';

export interface AnswerFormOptions {
  readonly data: AnswerFormData;
  /** The text of the file as it is now. */
  readonly text: () => string;
  readonly write: (text: string) => void;
  /** Reads a text written by hand; rejects when what reads it cannot be loaded. */
  readonly read: (source: Source) => Promise<LiteralRead>;
  readonly announce: (sentence: string) => void;
  readonly showCode: () => void;
}

interface Obstacle {
  readonly sentence: Text;
  readonly data?: Readonly<Record<string, string>>;
  /** Lets the reader go on in the form all the same. */
  readonly goOn?: () => void;
}

/** The literal answer as a form: another view of the one text, never a second copy of it. */
export class AnswerForm {
  private readonly host = byId('formulario');
  private readonly sections: readonly Section[];
  /** The text the controls stand for. */
  private shown: string | undefined;
  private obstacle: Obstacle | undefined;
  private grading: Grading | undefined;
  /** Where the findings of the grading are; undefined while there is none or its text could not be read. */
  private places: FormPlaces | undefined;

  constructor(private readonly options: AnswerFormOptions) {
    const { data, announce } = options;
    const events = { onChange: () => this.changed(), announce };
    this.sections = data.sections.map((section) => new Section(this.host, section, events));
    // A browser scrolls to the cursor of a text field, which leaves the rest of it below the bar.
    this.host.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: 'nearest' });
    });
    void this.sync();
  }

  /** Takes up what the file says now. Only a text that the form did not write itself needs the grader. */
  async sync(): Promise<void> {
    const { data, text: now } = this.options;
    const text = now();
    if (text === this.shown) return;
    const written = writtenValues(data.sections, text);
    if (written) {
      this.take(text, written, undefined);
      return;
    }
    this.shown = undefined;
    this.obstruct({ sentence: words.reading });
    const read = await this.read(text);
    if (text === now() && this.shown === undefined) this.take(text, read.values, read.obstacle);
  }

  /** Shows a grading beside the controls, as long as they stand for the text that was graded. */
  showReport(grading: Grading): void {
    const { report, text, grader, lang } = grading;
    if (this.grading?.report === report && this.grading.lang === lang) return;
    const { file, sections } = this.options.data;
    const { literal, findings } = grader.readLiteral({ path: file, text });
    this.grading = grading;
    this.places = findings.length === 0 ? new FormPlaces(sections, literal) : undefined;
    this.clear();
    this.showResults();
  }

  /** «Ir a la pregunta 3», for a span of the text that was graded; undefined when the form has no place for it. */
  labelOf(span: Parameters<FormPlaces['of']>[0]): string | undefined {
    const place = this.places?.of(span);
    const section = this.sections.find(({ data }) => data.key === place?.section);
    if (!place || !section || this.obstacle) return undefined;
    if (place.item !== undefined) return fill(words.toStep, { place: place.item + 1 }, currentLang());
    const question = section.data.fields.findIndex(({ key }) => key === place.field) + 1;
    return question > 0 ? fill(words.toQuestion, { place: question }, currentLang()) : say(words.toSection);
  }

  /** @returns false when the form has no place for the span */
  focus(span: Parameters<FormPlaces['of']>[0]): boolean {
    const place = this.places?.of(span);
    if (!place || this.obstacle) return false;
    return this.focusPlace(place);
  }

  /** Says again, in the language of the reader, what the form says by itself. */
  translate(): void {
    this.showObstacle();
    this.showProgress();
  }

  private focusPlace({ section: key, field: asked, item }: Place): boolean {
    const section = this.sections.find(({ data }) => data.key === key);
    const field = section?.fields.find(({ shape }) => shape.key === asked);
    if (field) field.focus();
    else if (item === undefined || !section?.list?.focus(item)) section?.focus();
    return section !== undefined;
  }

  private async read(text: string): Promise<{ values?: AnswerValues; obstacle?: Obstacle }> {
    const { data } = this.options;
    let read: LiteralRead;
    try {
      read = await this.options.read({ path: data.file, text });
    } catch {
      return { obstacle: { sentence: words.readerMissing } };
    }
    const { literal, problem } = read;
    if (problem) return { obstacle: { sentence: filled(words.unreadable, { file: data.file, problem }) } };
    const { values, foreign } = valuesOf(data.sections, literal.value);
    if (!foreign && !hasComments(text)) return { values };
    return { values, obstacle: { sentence: words.wouldLose, goOn: () => this.obstruct(undefined) } };
  }

  private take(text: string, values: AnswerValues | undefined, obstacle: Obstacle | undefined): void {
    this.shown = text;
    this.clear();
    if (values) for (const section of this.sections) section.value = own(values, section.data.key);
    this.obstruct(obstacle);
    this.showProgress();
    this.showResults();
  }

  private showResults(): void {
    const { grading, places, sections, shown } = this;
    if (grading && places && grading.text === shown) showResults(sections, { ...grading, places });
  }

  private changed(): void {
    const values = Object.fromEntries(this.sections.map((section) => [section.data.key, section.value]));
    const text = answerText(this.options.data.sections, values);
    this.shown = text;
    this.showProgress();
    this.options.write(text);
  }

  private clear(): void {
    for (const section of this.sections) section.clearNotes();
  }

  private obstruct(obstacle: Obstacle | undefined): void {
    this.obstacle = obstacle;
    for (const control of this.host.querySelectorAll<HTMLInputElement>(
      'input, select, textarea, .form-section button',
    )) {
      control.disabled = obstacle !== undefined;
    }
    this.showObstacle();
  }

  private showObstacle(): void {
    const notice = byId('aviso-formulario');
    notice.hidden = this.obstacle === undefined;
    notice.replaceChildren();
    if (!this.obstacle) return;
    const { sentence, data = {}, goOn } = this.obstacle;
    const said = fill(sentence, { file: this.options.data.file, ...data }, currentLang());
    const choices = element('p', { class: 'form-choices' });
    if (sentence !== words.reading) choices.append(button(say(words.goToCode), this.options.showCode));
    if (goOn) {
      choices.append(
        button(say(words.rewrite), () => {
          goOn();
          this.host.querySelector<HTMLElement>('input, select, textarea, .form-section button')?.focus();
        }),
      );
    }
    notice.append(element('p', {}, withCode(said)), choices);
  }

  private showProgress(): void {
    const all = this.sections.map(({ progress }) => progress);
    const sum = (part: 'done' | 'count') => all.reduce((total, one) => total + one[part], 0);
    byId('respondidas').textContent = fill(words.answered, { done: sum('done'), count: sum('count') }, currentLang());
  }
}

/** A sentence with its facts in place, in both languages. */
function filled(sentence: Text, data: Readonly<Record<string, string | Text>>): Text {
  const facts = data as Parameters<typeof fill>[1];
  return { es: fill(sentence, facts, 'es'), en: fill(sentence, facts, 'en') };
}

const strings = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/gs;
const hasComments = (text: string): boolean => /\/[/*]/.test(text.replace(strings, ''));
