import { type SessionReport, sessionMark } from '../../shared/page-data.ts';

/**
 * Listens to the study session of `npm start`, and only there: its server says with each page that it is one. Any other page
 * makes no request at all.
 */
export function listenToSession(id: string, onReport: (saved: SessionReport) => void, onOpen: () => void): void {
  if (!isSession()) return;
  const events = new EventSource('/eventos');
  let opened = false;
  events.addEventListener('open', () => {
    if (!opened) onOpen();
    opened = true;
  });
  events.addEventListener('error', () => {
    if (!opened) events.close();
  });
  events.addEventListener('report', ({ data }) => {
    const saved = JSON.parse(String(data)) as SessionReport;
    if (saved.report.id === id) onReport(saved);
  });
  addEventListener('pagehide', () => events.close());
}

function isSession(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.serverTiming?.some(({ name }) => name === sessionMark) === true;
}
