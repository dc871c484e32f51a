import type { DataFor } from '../../../core/messages.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';

type Sentences = (typeof hops)['messages'];

/** A decision of the API server about an object. */
export function objectHop<K extends keyof Sentences & string>(
  resource: Resource,
  message: K,
  data: DataFor<Sentences[K]>,
  at: Span,
): Hop {
  return hop(hops, 'admission', message, data, { resource: refOf(resource), at });
}
