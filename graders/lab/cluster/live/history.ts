import { templateHash } from '../workloads/deployment.ts';
import { templateOf } from '../workloads/plan.ts';
import { annotationOf, at } from './fields.ts';
import { causeKey } from './keys.ts';
import type { LiveObject, Revision } from './live.ts';

const revised: ReadonlySet<string> = new Set(['StatefulSet', 'DaemonSet']);

/** Writes down the template of a StatefulSet or DaemonSet where it is new, or an earlier one again: its ControllerRevision. */
export function withHistory(object: LiveObject, clock: number): LiveObject {
  const { resource, history = [] } = object;
  if (resource.group !== 'apps' || !revised.has(resource.kind)) return object;
  const hash = templateHash(templateOf(resource));
  if (history.at(-1)?.hash === hash) return object;
  const again = history.find((one) => one.hash === hash);
  const cause = annotationOf(resource.data, causeKey);
  const revision: Revision = {
    number: (history.at(-1)?.number ?? 0) + 1,
    hash,
    template: at(resource.data, 'spec', 'template'),
    created: again?.created ?? clock,
    ...(cause !== undefined && { cause }),
  };
  return { ...object, history: [...history.filter((one) => one !== again), revision] };
}
