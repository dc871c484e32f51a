import { byId } from './element.ts';
import { exerciseRows, showProgress } from './home-rows.ts';
import { currentLang, langChanged } from './lang.ts';
import { progressOf } from './progress.ts';
import { isText, keys, load } from './store.ts';

const rows = exerciseRows();

function show(): void {
  showProgress();
  showAdvance();
  proposeNext();
}

function showAdvance(): void {
  const passed = rows.filter((row) => progressOf(row.dataset.exercise ?? '')?.passed).length;
  byId('superados').textContent = String(passed);
  byId<HTMLProgressElement>('barra').value = passed;
}

/** The exercise left half done, or the first one not passed after it. */
function proposeNext(): void {
  const link = document.querySelector<HTMLAnchorElement>('#continuar');
  const isOpen = (row: HTMLAnchorElement) => !progressOf(row.dataset.exercise ?? '')?.passed;
  const last = rows.findIndex((row) => row.dataset.exercise === load(keys.last, isText));
  const next = rows.slice(Math.max(0, last)).find(isOpen) ?? rows.find(isOpen) ?? rows[0];
  if (!link || !next) return;
  const { startEs, startEn, continueEs, continueEn } = link.dataset;
  const [es, en] = last === -1 ? [startEs, startEn] : [continueEs, continueEn];
  link.href = next.href;
  link.textContent = `${currentLang() === 'en' ? en : es} ${next.dataset.number}`;
}

show();
document.addEventListener(langChanged, show);
