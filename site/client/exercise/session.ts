import type { SessionReport } from '../../shared/page-data.ts';
import { events as address, isSession, reloadWhenWritten } from '../session.ts';

/**
 * Listens to the study session of `npm start`, and only there: its server says with each page that it is one. Any other page
 * makes no request at all.
 */
export function listenToSession(id: string, onReport: (saved: SessionReport) => void, onOpen: () => void): void {
  if (!isSession()) return;
  const events = new EventSource(address);
  reloadWhenWritten(events);
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
