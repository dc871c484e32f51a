import type { ClassResults } from '../../../graders/classroom/results.ts';
import { fill } from '../../../graders/core/messages.ts';
import type { Exercise } from '../../../graders/index.ts';
import type { ExerciseJson } from '../../../graders/render/json.ts';
import type { ClassData } from '../../shared/class-data.ts';
import { classWords, unreadWords } from '../../shared/class-words.ts';
import { download } from '../download.ts';
import { button, byId, element } from '../element.ts';
import { currentLang, langChanged, say } from '../lang.ts';
import { Scripts } from '../scripts.ts';
import { Bench } from './bench.ts';
import { gradeClass } from './grading.ts';
import { sheetOf } from './sheet.ts';
import { readStudents, type Student, type Unread } from './students.ts';
import { classView } from './view.ts';

declare global {
  interface Window {
    timonelCourse?: readonly Exercise[];
  }
}

/** The page of a class: it lives as long as it is open, and keeps nothing. */
class ClassPage {
  private readonly data = JSON.parse(byId('datos').textContent ?? '{}') as ClassData;
  private readonly scripts = new Scripts([this.data.judge, this.data.course]);
  private readonly bench = new Bench(this.scripts, this.data.judge);
  private readonly known = new Map<string, ExerciseJson>();
  private students: readonly Student[] = [];
  private unread: readonly Unread[] = [];
  private results: ClassResults | undefined;
  private isStopped = false;
  private isBusy = false;

  constructor() {
    const input = byId<HTMLInputElement>('copias');
    input.addEventListener('change', () => {
      void this.take([...(input.files ?? [])]);
      input.value = '';
    });
    const zone = byId('soltar');
    for (const event of ['dragenter', 'dragover'] as const) {
      document.addEventListener(event, (drag) => {
        drag.preventDefault();
        zone.dataset.over = 'true';
      });
    }
    document.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!relatedTarget) zone.dataset.over = 'false';
    });
    document.addEventListener('drop', (drop) => {
      drop.preventDefault();
      zone.dataset.over = 'false';
      void this.take([...(drop.dataTransfer?.files ?? [])]);
    });
    document.addEventListener(langChanged, () => void this.grade());
  }

  private async take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.isBusy) return;
    this.isBusy = true;
    const read = await readStudents(files, this.students);
    this.students = read.students;
    this.unread = [...this.unread, ...read.unread].slice(-50);
    this.isBusy = false;
    await this.grade();
  }

  private async grade(): Promise<void> {
    if (this.isBusy || this.students.length + this.unread.length === 0) return;
    this.isBusy = true;
    this.isStopped = false;
    const stop = button(say(classWords.stop), () => {
      this.isStopped = true;
    });
    try {
      await this.scripts.load(this.data.course);
      const bar = element('progress', {
        max: String(Math.max(1, this.students.length)),
        value: '0',
        'aria-label': say(classWords.results),
      });
      const line = element('p');
      byId('avance').replaceChildren(line, bar, stop);
      this.results = await gradeClass(
        this.students,
        {
          ...{ course: window.timonelCourse ?? [], about: this.data.exercises, bench: this.bench, lang: currentLang() },
          onStudent: (done, id) => {
            bar.value = done;
            line.textContent = fill(classWords.grading, { done, of: this.students.length, id }, currentLang());
            return !this.isStopped;
          },
        },
        this.known,
      );
      this.show();
    } catch (problem) {
      console.error(problem);
      byId('avance').replaceChildren(element('p', { class: 'notice' }, say(classWords.noGrader)));
    }
    this.isBusy = false;
  }

  private show(): void {
    const { results } = this;
    if (!results) return;
    const n = results.submissions.length;
    const told = this.isStopped ? say(classWords.stopped) : fill(classWords.done, { n }, currentLang());
    byId('avance').replaceChildren(element('p', {}, told));
    byId('clase').replaceChildren(
      ...(this.unread.length > 0 ? [this.unreadView()] : []),
      ...(n > 0
        ? [
            element(
              'p',
              { class: 'hero-actions' },
              button(
                say(classWords.sheet),
                () => {
                  // The mark tells spreadsheets which alphabet it is in.
                  download(
                    say(classWords.sheetName),
                    `\ufeff${sheetOf(results, currentLang())}`,
                    'text/csv;charset=utf-8',
                  );
                },
                'primary',
              ),
              button(say(classWords.clear), () => this.clear()),
            ),
            ...classView(results, this.data),
          ]
        : []),
    );
  }

  private unreadView(): HTMLElement {
    const items = this.unread.map(({ entry, why }) =>
      element('li', {}, element('strong', {}, entry), `: ${say(unreadWords[why])}.`),
    );
    return element('div', { class: 'notice' }, element('p', {}, say(classWords.unread)), element('ul', {}, ...items));
  }

  private clear(): void {
    this.students = [];
    this.unread = [];
    this.results = undefined;
    this.known.clear();
    this.bench.close();
    byId('clase').replaceChildren();
    byId('avance').replaceChildren(element('p', {}, say(classWords.cleared)));
  }
}

new ClassPage();
