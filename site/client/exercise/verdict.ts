import type { Report } from '../../../graders/index.ts';
import { byId } from '../element.ts';
import { summary } from './score.ts';

/** The result in one sentence beside the button that asked for it, wherever the page stands; it leads to the whole of it. */
export function showVerdict(report: Report): void {
  const verdict = byId('veredicto');
  verdict.hidden = false;
  verdict.dataset.status = report.status;
  verdict.textContent = summary(report);
}
