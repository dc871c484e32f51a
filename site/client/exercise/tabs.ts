import { own } from '../../../graders/core/own.ts';
/** The file tabs: arrows move between them, one of them is in the order of Tab. */
export class Tabs {
  private readonly tabs = [...document.querySelectorAll<HTMLButtonElement>('[role="tab"]')];

  constructor(private readonly onSelect: (file: string) => void) {
    for (const [index, tab] of this.tabs.entries()) {
      tab.addEventListener('click', () => this.onSelect(tab.dataset.file ?? ''));
      tab.addEventListener('keydown', (event) => {
        const to = this.target(event.key, index);
        if (to === undefined) return;
        event.preventDefault();
        const next = this.tabs.at(to % this.tabs.length);
        next?.focus();
        this.onSelect(next?.dataset.file ?? '');
      });
    }
  }

  select(file: string): void {
    for (const tab of this.tabs) {
      const selected = tab.dataset.file === file;
      tab.ariaSelected = String(selected);
      tab.tabIndex = selected ? 0 : -1;
    }
  }

  private target(key: string, index: number): number | undefined {
    const moves: Readonly<Record<string, number>> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 };
    return own(moves, key);
  }
}
