import type { SessionReport } from '../../shared/page-data.ts';

/**
 * Listens to the study session of `npm start`, and only there: a page opened from a file or from another host makes no
 * request at all. A server that is no study session is asked once.
 */
export function listenToSession(id: string, onReport: (saved: SessionReport) => void, onOpen: () => void): void {
  const announced = document.querySelector('meta[name="timonel-session"]') !== null;
  const local = /^https?:$/.test(location.protocol) && ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);
  if (!announced && !local) return;
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
