import { fill } from '../../../graders/core/messages.ts';
import type { Text } from '../../../graders/index.ts';
import { pictureWords } from '../../shared/picture-words.ts';
import { button, element } from '../element.ts';
import { currentLang, say } from '../lang.ts';

export interface PlayerOptions {
  /** How many steps there are; at least one. */
  readonly count: number;
  /** What a step says, with the link to its lines. */
  readonly tell: (index: number) => readonly Node[];
  /** Lights a step in the drawing and in the editor. */
  readonly show: (index: number) => void;
  readonly words?: PlayerWords;
  /** Milliseconds that a step stays when the walk goes on by itself. */
  readonly pace?: number;
}

/** What a walk and its steps are called. */
export type PlayerWords = Readonly<Record<'walk' | 'previous' | 'next' | 'step', Text>>;

const walkWords: PlayerWords = pictureWords;
/** A sentence has to be read. */
const slow = 2600;
/** Faster than this it is a film, which nobody gets who asked for less motion, and nobody is read aloud. */
const film = 1000;

/** Walks through the steps of something, forwards and back, by hand or by itself. */
export class Player {
  readonly view: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly said = element('p', { class: 'walk-said', role: 'status' });
  private readonly running: HTMLButtonElement;
  private readonly pace: number;
  private count: number;
  private timer: ReturnType<typeof setInterval> | undefined;
  private index = 0;

  constructor(private readonly options: PlayerOptions) {
    const { count, words = walkWords, pace = slow } = options;
    this.pace = pace;
    this.count = count;
    this.slider = element('input', {
      ...{ type: 'range', min: '1', max: String(count), value: '1' },
      'aria-label': say(words.walk),
    });
    this.slider.addEventListener('input', () => this.choose(Number(this.slider.value) - 1));
    this.running = button(say(pictureWords.run), () => (this.timer ? this.stop() : this.run()));
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const [back, forth] = [button('←', () => this.move(-1)), button('→', () => this.move(1))];
    back.setAttribute('aria-label', say(words.previous));
    forth.setAttribute('aria-label', say(words.next));
    this.view = element(
      'div',
      { class: 'walk', role: 'group', 'aria-label': say(words.walk) },
      element('div', { class: 'walk-keys' }, back, this.slider, forth, !(isCalm && pace < film) && this.running),
      this.said,
    );
    // What nobody sees does not move.
    new IntersectionObserver(([entry]) => entry && !entry.isIntersecting && this.stop()).observe(this.view);
  }

  /** Goes to a step that somebody chose. */
  choose(index: number): void {
    this.stop();
    this.go(index);
  }

  go(index: number): void {
    const { tell, show, words = walkWords } = this.options;
    const { count } = this;
    if (index < 0 || index >= count) return;
    this.index = index;
    this.slider.value = String(index + 1);
    const where = fill(words.step, { step: index + 1, of: count }, currentLang());
    this.slider.setAttribute('aria-valuetext', where);
    this.said.replaceChildren(element('strong', {}, `${where}. `), ...tell(index));
    show(index);
  }

  /** There are more steps now, or fewer. */
  resize(count: number): void {
    this.count = count;
    this.slider.max = String(count);
  }

  private move(by: number): void {
    this.choose(Math.min(Math.max(this.index + by, 0), this.count - 1));
  }

  private run(): void {
    const last = this.count - 1;
    if (this.pace < film) this.said.setAttribute('aria-live', 'off');
    this.go(this.index === last ? 0 : this.index + 1);
    this.running.textContent = say(pictureWords.stop);
    this.timer = setInterval(() => {
      this.go(this.index + 1);
      if (this.index >= last) this.stop();
    }, this.pace);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.said.removeAttribute('aria-live');
    this.running.textContent = say(pictureWords.run);
  }
}
