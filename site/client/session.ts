import { type PagesWritten, sessionMark } from '../shared/page-data.ts';

/** Whether the page comes from the study session of `npm start`: its server says so with each page. */
export function isSession(): boolean {
  return pageLoad()?.serverTiming?.some(({ name }) => name === sessionMark) === true;
}

/** The address of its events. */
export const events = '/eventos';

/** Nobody is interrupted who typed something a moment ago. Milliseconds. */
const quiet = 2000;

/** Loads the page again when it, a script or a style of it was written anew, but never while somebody is typing. */
export function reloadWhenWritten(source: EventSource): void {
  let typed = Number.NEGATIVE_INFINITY;
  const note = (): void => {
    typed = performance.now();
  };
  for (const event of ['input', 'keydown']) addEventListener(event, note, { capture: true });
  const reload = (): void => {
    const wait = typed + quiet - performance.now();
    if (wait > 0) setTimeout(reload, wait);
    else location.reload();
  };
  source.addEventListener('pages', ({ data }) => {
    const asked = performance.timeOrigin + (pageLoad()?.requestStart ?? 0);
    const mine = partsOfPage();
    const isOld = (JSON.parse(String(data)) as PagesWritten).some(([path, at]) => at > asked && mine.has(path));
    if (isOld) reload();
  });
}

/** Listens for nothing else. A browser allows few connections: a page that nobody sees gives its own back. */
export function followPages(): void {
  if (!isSession()) return;
  let source: EventSource | undefined;
  const follow = (): void => {
    source?.close();
    source = document.hidden ? undefined : new EventSource(events);
    if (source) reloadWhenWritten(source);
  };
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => source?.close());
  follow();
}

function partsOfPage(): ReadonlySet<string> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href);
  const addresses = [location.href, ...links, ...[...document.scripts].flatMap(({ src }) => src || [])];
  return new Set(addresses.map((address) => pathOf(new URL(address).pathname)));
}

const pathOf = (path: string): string => decodeURI(path).slice(1) + (path.endsWith('/') ? 'index.html' : '');

const pageLoad = (): PerformanceNavigationTiming | undefined =>
  performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
