import { statusWords } from '../shared/words.ts';
import { currentLang } from './lang.ts';
import { progressOf } from './progress.ts';

/** The rows of exercises of a page, wherever they stand. */
export const exerciseRows = (): readonly HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>('[data-exercise]'),
];

/** Says beside each exercise how it stands in this browser. */
export function showProgress(): void {
  for (const row of exerciseRows()) {
    const status = progressOf(row.dataset.exercise ?? '')?.status;
    row.dataset.status = status ?? 'none';
    const state = row.querySelector('[data-state]');
    if (state && status) state.textContent = statusWords[status][currentLang()];
  }
}
