import MiniSearch from 'minisearch';
import { fill } from '../../graders/core/messages.ts';
import { type Entry, options, processTerm, searchOptions } from '../shared/search.ts';
import { searchWords } from '../shared/search-words.ts';
import { byId, element } from './element.ts';
import { currentLang, langChanged, say } from './lang.ts';

declare global {
  interface Window {
    timonelIndex?: string;
  }
}

const most = 30;
const index = MiniSearch.loadJSON<Entry>(window.timonelIndex ?? '', options);
const input = byId<HTMLInputElement>('consulta');

/** Looks up what is typed, at each key; the address keeps it, so that going back finds it again. */
function show(): void {
  const query = input.value.trim();
  const found = query === '' ? [] : index.search(query, searchOptions);
  byId('encontrado').replaceChildren(...found.slice(0, most).map((entry) => row(entry as unknown as Entry, query)));
  byId('cuantos').textContent =
    query === ''
      ? ''
      : fill(found.length === 0 ? searchWords.none : searchWords.some, { query, count: found.length }, currentLang());
}

function row({ kind, title, href, within, text }: Entry, query: string): HTMLElement {
  return element(
    'li',
    {},
    element('p', { class: 'kind' }, say(searchWords[kind]), within !== undefined && ` · ${within}`),
    element('a', { href }, title),
    element('p', { class: 'excerpt' }, ...marked(excerpt(text, query), query)),
  );
}

const rootsOf = (query: string): ReadonlySet<string> =>
  new Set(query.split(/[^\p{L}\p{N}]+/u).flatMap((word) => processTerm(word) ?? []));

/** Some words around the first one that was asked for. */
function excerpt(text: string, query: string): string {
  const roots = rootsOf(query);
  const words = text.split(' ');
  const first = words.findIndex((word) => isAsked(word, roots));
  const from = Math.max(0, first - 8);
  return `${from > 0 ? '… ' : ''}${words.slice(from, from + 30).join(' ')}${words.length > from + 30 ? ' …' : ''}`;
}

const isAsked = (word: string, roots: ReadonlySet<string>): boolean =>
  word.split(/[^\p{L}\p{N}]+/u).some((part) => part !== '' && roots.has(processTerm(part) ?? ''));

function marked(text: string, query: string): (Node | string)[] {
  const roots = rootsOf(query);
  return text.split(/( )/).map((word) => (word !== ' ' && isAsked(word, roots) ? element('mark', {}, word) : word));
}

input.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
input.addEventListener('input', () => {
  history.replaceState(null, '', `#${new URLSearchParams({ q: input.value })}`);
  show();
});
document.addEventListener(langChanged, show);
input.focus();
show();
