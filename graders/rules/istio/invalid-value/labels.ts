import type { Resource } from '../../../model/manifests/manifests.ts';
import { isLabelValue } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import type { Sayer } from './messages.ts';
import { type Block, isTemplated } from './values.ts';

/** Labels that pods are compared with: a value no pod can have is refused. */
export function checkLabels(owner: Resource, labels: Block | undefined, say: Sayer): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (typeof value === 'string' && !isLabelValue(value) && !isTemplated(value))
      say('label', placeOf(owner, labels, key), { value });
  }
}
