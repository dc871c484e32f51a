import type { RequestOutcome } from '../../graders/lab/request/index.ts';
import { element } from './element.ts';
import { currentLang } from './lang.ts';

/** Shares by version, or by workload where the pods have none. */
export function byPart(destinations: RequestOutcome['destinations']): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const { workload, share, labels } of destinations) {
    const name = labels.version === undefined ? workload : `${workload} (${labels.version})`;
    parts.set(name, (parts.get(name) ?? 0) + share);
  }
  return parts;
}

/** Who gets how much of the requests, as bars with their figures. */
export function sharesView(parts: ReadonlyMap<string, number>): HTMLElement {
  const items = [...parts].map(([name, share]) => {
    const percent = `${(Math.round(share * 1000) / 10).toLocaleString(currentLang())} %`;
    const meter = element('meter', { min: '0', max: '1', value: String(share), 'aria-label': name });
    return element('li', {}, element('code', {}, name), meter, element('strong', {}, percent));
  });
  return element('ul', { class: 'shares' }, ...items);
}
