import { offered } from '../../graders/course/offered.ts';
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
  const passed = rows.filter((row) => counts(row) && progressOf(row.dataset.exercise ?? '')?.passed).length;
  byId('superados').textContent = String(passed);
  byId<HTMLProgressElement>('barra').value = passed;
}

const counts = ({ dataset }: HTMLElement): boolean => dataset.practice === undefined;
const isBegun = ({ dataset }: HTMLElement): boolean => progressOf(dataset.exercise ?? '') !== undefined;

/** The exercise left half done, or the first one not passed after it. */
function proposeNext(): void {
  const link = document.querySelector<HTMLAnchorElement>('#continuar');
  const last = rows.findIndex((row) => row.dataset.exercise === load(keys.last, isText));
  const open = offered(rows, counts, isBegun).filter(({ dataset }) => !progressOf(dataset.exercise ?? '')?.passed);
  const next = open.find((row) => rows.indexOf(row) >= last) ?? open[0] ?? rows.find(counts);
  if (!link || !next) return;
  const { startEs, startEn, continueEs, continueEn } = link.dataset;
  const [es, en] = last === -1 ? [startEs, startEn] : [continueEs, continueEn];
  link.href = next.href;
  link.textContent = `${currentLang() === 'en' ? en : es} ${next.dataset.number}`;
}

show();
document.addEventListener(langChanged, show);
