import { modulesOf } from '../../course/modules.ts';
import { plain } from '../../render/terminal/palette.ts';
import { LiveCourse } from '../session/course.ts';
import { screenLines } from '../session/screen.ts';
import type { Effect, Event, Size, State } from '../session/state.ts';
import { begin, update } from '../session/update.ts';
import type { TestCourse } from './course.ts';

const at = new Date(2026, 10, 30, 9, 30, 5);

/** A session without its shell: events go in, states and effects come out, and a save is graded as the shell would. */
export class TestSession {
  state: State;
  effects: Effect[] = [];
  private readonly live: LiveCourse;

  constructor(
    private readonly course: TestCourse,
    size: Size = { columns: 80, rows: 24 },
    lang: 'es' | 'en' = 'es',
    last?: string,
  ) {
    this.live = new LiveCourse(course.root);
    const look = { palette: plain, draws: true, root: course.root, cwd: course.root };
    const url = 'http://127.0.0.1:4848/';
    const first = begin(
      { lang, look, size, url, results: this.live.all(), modules: modulesOf(course.root), progress: new Map() },
      last,
    );
    this.state = first.state;
    this.effects.push(...first.effects);
    this.prose();
  }

  hear(event: Event): this {
    const step = update(this.state, event);
    this.state = step.state;
    this.effects = [...step.effects];
    return this;
  }

  press(...keys: readonly string[]): this {
    for (const key of keys) {
      this.hear({ kind: 'key', key });
      this.prose();
    }
    return this;
  }

  /** Saves an answer and grades it. */
  save(content: string, ...folders: readonly string[]): this {
    const names = folders.length > 0 ? folders : ['04-pod'];
    for (const folder of names) this.course.answer(content, folder);
    const { graded } = this.live.update(names.map((folder) => ({ folder, path: 'respuesta.yaml' })));
    return this.hear({ kind: 'graded', changed: graded, results: this.live.all(), at, milliseconds: 7.4 });
  }

  resize(columns: number, rows: number): this {
    return this.hear({ kind: 'resized', size: { columns, rows } });
  }

  get screen(): readonly string[] {
    return screenLines(this.state);
  }

  get text(): string {
    return this.screen.join('\n');
  }

  /** What the shell reads when it is asked to. */
  private prose(): void {
    const { current } = this.state;
    if (!this.effects.some((effect) => effect.do === 'read-prose') || current === undefined) return;
    const statement = '# Un Pod con nginx\n\nEdita `respuesta.yaml` y escribe un Pod.\n';
    const explanation = [
      '# Por qué\n\nUn Pod agrupa contenedores que comparten red.\n',
      '## Alternativas\n\n- Un **Deployment**, que lo repone si se cae.\n- Otra cosa.\n',
    ].join('\n');
    const reference = [{ path: 'respuesta.yaml', text: 'kind: Pod\n' }];
    const step = update(this.state, { kind: 'prose', prose: { folder: current, statement, explanation, reference } });
    this.state = step.state;
  }
}
