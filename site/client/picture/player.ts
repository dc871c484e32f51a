import { fill } from '../../../graders/core/messages.ts';
import { pictureWords } from '../../shared/picture-words.ts';
import { button, element } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import type { Step } from './steps.ts';

export interface PlayerOptions {
  readonly steps: readonly Step[];
  /** What a step says, with the link to its lines. */
  readonly tell: (step: Step) => readonly Node[];
  /** Lights a step in the drawing and in the editor. */
  readonly show: (index: number) => void;
}

/** Milliseconds that a step stays when the walk goes on by itself: a sentence has to be read. */
const pace = 2600;

/** Walks through the decisions of a trace, forwards and back, by hand or by itself. */
export class Player {
  readonly view: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly said = element('p', { class: 'walk-said', role: 'status' });
  private readonly running: HTMLButtonElement;
  private timer: ReturnType<typeof setInterval> | undefined;
  private index = 0;

  constructor(private readonly options: PlayerOptions) {
    const { steps } = options;
    this.slider = element('input', {
      ...{ type: 'range', min: '1', max: String(steps.length), value: '1' },
      'aria-label': say(pictureWords.walk),
    });
    this.slider.addEventListener('input', () => {
      this.stop();
      this.go(Number(this.slider.value) - 1);
    });
    this.running = button(say(pictureWords.run), () => (this.timer ? this.stop() : this.run()));
    this.view = element(
      'div',
      { class: 'walk', role: 'group', 'aria-label': say(pictureWords.walk) },
      element(
        'div',
        { class: 'walk-keys' },
        button('←', () => this.move(-1)),
        this.slider,
        button('→', () => this.move(1)),
        this.running,
      ),
      this.said,
    );
    const [back, forth] = this.view.querySelectorAll('.walk-keys > button');
    back?.setAttribute('aria-label', say(pictureWords.previous));
    forth?.setAttribute('aria-label', say(pictureWords.next));
    // What nobody sees does not move.
    new IntersectionObserver(([entry]) => entry && !entry.isIntersecting && this.stop()).observe(this.view);
  }

  go(index: number): void {
    const { steps, tell, show } = this.options;
    const step = steps[index];
    if (!step) return;
    this.index = index;
    this.slider.value = String(index + 1);
    const where = fill(pictureWords.step, { step: index + 1, of: steps.length }, currentLang());
    this.slider.setAttribute('aria-valuetext', where);
    this.said.replaceChildren(element('strong', {}, `${where}. `), ...tell(step));
    show(index);
  }

  private move(by: number): void {
    this.stop();
    this.go(Math.min(Math.max(this.index + by, 0), this.options.steps.length - 1));
  }

  private run(): void {
    const last = this.options.steps.length - 1;
    this.go(this.index === last ? 0 : this.index + 1);
    this.running.textContent = say(pictureWords.stop);
    this.timer = setInterval(() => {
      this.go(this.index + 1);
      if (this.index >= last) this.stop();
    }, pace);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.running.textContent = say(pictureWords.run);
  }
}
