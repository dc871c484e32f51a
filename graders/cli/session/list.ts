import { fill } from '../../core/messages.ts';
import { plainLetters } from '../../core/plain-letters.ts';
import type { Text } from '../../core/text.ts';
import { moduleOf } from '../../course/modules.ts';
import { rowsOf } from '../../render/terminal/summary.ts';
import type { Graded } from '../grading.ts';
import { uncoloured } from './clip.ts';
import { screenOf } from './look.ts';
import { folderOf, isDone, type Panel, type State } from './state.ts';

type ListPanel = Extract<Panel, { kind: 'list' }>;

/** The exercises that the list shows, in the order of the course. */
export function listed({
  results,
  panel,
  lang,
  modules,
}: Pick<State, 'results' | 'panel' | 'lang' | 'modules'>): readonly Graded[] {
  if (panel.kind !== 'list') return [];
  const wanted = plainLetters(panel.filter);
  return results.filter((result) => {
    if (panel.pendingOnly && isDone(result)) return false;
    return wanted === '' || plainLetters(wordsOf(result, modules, lang)).includes(wanted);
  });
}

/** What a search looks at: number, title, module, concepts and folder. */
function wordsOf({ report, opened }: Graded, modules: State['modules'], lang: State['lang']): string {
  const inModule = moduleOf(modules, report.id)?.title[lang] ?? '';
  const concepts = opened.exercise?.spec.concepts ?? [];
  const number = String(report.number).padStart(2, '0');
  return [number, report.title[lang], inModule, ...concepts, report.folder].join(' ');
}

export type ListStep =
  | { readonly kind: 'panel'; readonly panel: ListPanel }
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'close' }
  /** Not a key of the list. */
  | { readonly kind: 'other' };

/** What a key does in the list. */
export function listKey(panel: ListPanel, shown: readonly Graded[], key: string): ListStep {
  const at = shown.findIndex((one) => folderOf(one) === panel.selected);
  const select = (index: number): ListStep => {
    const one = shown[Math.min(shown.length - 1, Math.max(0, index))];
    return { kind: 'panel', panel: { ...panel, selected: one ? folderOf(one) : panel.selected } };
  };
  const moves = new Map([
    ['up', at - 1],
    ['down', at + 1],
    ['home', 0],
    ['end', shown.length - 1],
    ['pageup', at - 10],
    ['pagedown', at + 10],
  ]);
  const move = moves.get(key);
  if (move !== undefined) return select(move);
  const chosen = shown[at] ?? shown[0];
  if (key === 'return') return chosen ? { kind: 'open', folder: folderOf(chosen) } : { kind: 'panel', panel };
  if (panel.typing) return typed(panel, key);
  switch (key) {
    case 'escape':
      return panel.filter === '' ? { kind: 'close' } : { kind: 'panel', panel: { ...panel, filter: '' } };
    case 'l':
    case 'backspace':
      return { kind: 'close' };
    case '/':
      return { kind: 'panel', panel: { ...panel, typing: true } };
    case 'p':
      return { kind: 'panel', panel: { ...panel, pendingOnly: !panel.pendingOnly } };
    case 'k':
      return select(at - 1);
    case 'j':
      return select(at + 1);
    default:
      return { kind: 'other' };
  }
}

const longestFilter = 40;

function typed(panel: ListPanel, key: string): ListStep {
  if (key === 'escape') return { kind: 'panel', panel: { ...panel, typing: false, filter: '' } };
  if (key === 'backspace')
    return { kind: 'panel', panel: { ...panel, filter: [...panel.filter].slice(0, -1).join('') } };
  const isText = [...key].length === 1 && panel.filter.length < longestFilter;
  return { kind: 'panel', panel: isText ? { ...panel, filter: panel.filter + key } : panel };
}

/** The exercises by module, with a cursor. */
export function listLines(state: State): readonly string[] {
  const { panel, lang } = state;
  if (panel.kind !== 'list') return [];
  const screen = screenOf(state);
  const { palette } = screen;
  const shown = listed(state);
  const searching = panel.typing || panel.filter !== '';
  const filter = searching
    ? [`${fill(searchWord, {}, lang)} ${palette.strong(panel.filter)}${panel.typing ? '▏' : ''}`]
    : [];
  const scope = panel.pendingOnly ? [palette.faint(fill(onlyPending, {}, lang))] : [];
  if (shown.length === 0) return [...filter, ...scope, fill(nothingFound, {}, lang)];
  const rows = rowsOf(
    shown.map(({ report }) => report),
    screen,
  );
  const cursor = shown.some((one) => folderOf(one) === panel.selected) ? panel.selected : folderOf(shown[0] as Graded);
  const named = new Set<string>();
  const lines = shown.flatMap((one, index) => {
    const inModule = moduleOf(state.modules, one.report.id)?.title[lang];
    const head = inModule !== undefined && !named.has(inModule) ? [palette.strong(inModule)] : [];
    if (inModule !== undefined) named.add(inModule);
    const isHere = folderOf(one) === cursor;
    return [...head, `${isHere ? palette.strong('›') : ' '} ${rows[index] ?? ''}`];
  });
  return [...filter, ...scope, ...lines];
}

/** The line of the list with the cursor, so that it is always in sight. */
export const cursorLine = (lines: readonly string[]): number =>
  lines.findIndex((line) => uncoloured(line).startsWith('›'));

const searchWord: Text = { es: 'Buscar:', en: 'Search:' };
const onlyPending: Text = { es: 'Solo los pendientes (p: todos)', en: 'Only those to do (p: all)' };
const nothingFound: Text = {
  es: 'Ningún ejercicio es así. Esc quita la búsqueda.',
  en: 'No exercise is like that. Esc clears the search.',
};
