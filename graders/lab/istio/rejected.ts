import { type Hop, hop } from '../../core/trace.ts';
import { type Resource, refOf } from '../../model/manifests/manifests.ts';
import { hops } from './hops.ts';
import { type Refusal, refusalText } from './validate/validate.ts';

/** An object that was written and does not exist, and why. */
export function rejected(resource: Resource, refusal: Refusal): Hop {
  const data = { name: `${resource.kind} ${resource.name}`, reason: { ...refusalText(refusal) } };
  return hop(hops, 'config', 'rejected', data, { resource: refOf(resource), at: refusal.at });
}
