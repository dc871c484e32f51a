import { keys, save } from '../store.ts';

export type View = 'form' | 'code';

const page = document.documentElement;

/** Form or code: two views of one file, side by side in the page; the style shows the one the reader chose last. */
export class Views {
  private readonly buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-show]')];

  constructor(
    private readonly file: string,
    private readonly onChange: () => void,
  ) {
    for (const one of this.buttons) one.addEventListener('click', () => this.choose(one.dataset.show as View));
    this.press();
  }

  get chosen(): View {
    return page.dataset.view === 'code' ? 'code' : 'form';
  }

  /** Whether the form is in sight, and not the editor. */
  get covers(): boolean {
    return this.chosen === 'form' && document.getElementById('mesa')?.hasAttribute('data-literal') === true;
  }

  choose(view: View): void {
    if (view === this.chosen) return;
    page.dataset.view = view;
    save(keys.view, view);
    this.press();
    this.onChange();
  }

  /** Another file is shown: only the literal answer has a form. */
  fileShown(file: string): void {
    document.getElementById('mesa')?.toggleAttribute('data-literal', file === this.file);
  }

  private press(): void {
    for (const one of this.buttons) one.setAttribute('aria-pressed', String(one.dataset.show === this.chosen));
  }
}
