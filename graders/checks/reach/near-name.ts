import type { Span } from '../../core/span.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { startOf } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';

/**
 * Where an answer may have meant to give a name to what it does not: at the name of a Service of the namespace that is asked,
 * else at that of the object which has the name and needs a Service.
 * @param from namespace of the client, where a host says none
 */
export function nearName(host: string, from: string, submission: Submission): Span {
  const [name, namespace = from] = host.split('.');
  const there = submission.answered().resources.filter((one: Resource) => (one.namespace ?? 'default') === namespace);
  const near = there.find(({ kind }) => kind === 'Service') ?? there.find((one) => one.name === name);
  return near ? fieldSpan(near, 'metadata', 'name') : startOf(submission);
}
