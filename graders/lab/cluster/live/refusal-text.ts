import { fill } from '../../../core/messages.ts';
import { own } from '../../../core/own.ts';
import { type Hop, says } from '../../../core/trace.ts';
import { hops } from '../hops.ts';

const bare = (value: unknown): string => String(value ?? '').replaceAll('`', '');
const listed = (value: unknown): string => (Array.isArray(value) ? value : [value]).map(bare).join(', ');

/**
 * A refusal of the admission plugins in the API server's words: `pods "web" is forbidden: exceeded quota: …`.
 * @param resource plural, with its group: `deployments.apps`
 */
export function refusalText(resource: string, name: string, hop: Hop): string {
  const { data } = hop;
  const told = (key: string) => bare(own(data, key));
  const forbidden = (why: string) => `${resource} "${name}" is forbidden: ${why}`;
  if (says(hop, hops, 'namespaceMissing')) return `namespaces "${told('namespace')}" not found`;
  if (says(hop, hops, 'serviceAccountMissing')) {
    return forbidden(
      `error looking up service account ${told('namespace')}/${told('account')}: serviceaccount "${told('account')}" not found`,
    );
  }
  if (says(hop, hops, 'classMissing')) {
    return forbidden(`no ${told('kind')} with name ${told('name')} was found`);
  }
  if (says(hop, hops, 'quotaExceeded')) {
    const of = (key: string) => `${told('resource')}=${told(key)}`;
    return forbidden(
      `exceeded quota: ${told('quota')}, requested: ${of('asked')}, used: ${of('used')}, limited: ${of('hard')}`,
    );
  }
  if (says(hop, hops, 'quotaUnspecified')) {
    const missing = (Array.isArray(data.resources) ? data.resources : []).map(
      (one) => `${bare(one)} for: ${listed(data.containers)}`,
    );
    return forbidden(`failed quota: ${told('quota')}: must specify ${missing.join('; ')}`);
  }
  if (says(hop, hops, 'podSecurity'))
    return forbidden(`violates PodSecurity "${told('level')}:latest": ${listed(data.violations)}`);
  if (says(hop, hops, 'limitBroken')) {
    const {
      bound,
      resource: of,
      allowed,
      found,
    } = { bound: told('bound'), resource: told('resource'), allowed: told('allowed'), found: told('found') };
    const word = bound === 'min' ? 'minimum' : bound === 'max' ? 'maximum' : bound;
    return forbidden(
      `${word} ${of} usage per Container is ${allowed}, but ${bound === 'min' ? 'request' : 'limit'} is ${found}`,
    );
  }
  if (says(hop, hops, 'limitUnspecified')) {
    const word = told('bound') === 'min' ? 'minimum' : 'maximum';
    return forbidden(
      `${word} ${told('resource')} usage per Container is ${told('allowed')}.  No ${word === 'minimum' ? 'request' : 'limit'} is specified`,
    );
  }
  if (says(hop, hops, 'requestAboveLimit')) {
    return `Pod "${name}" is invalid: spec.containers[0].resources.requests: Invalid value: "${told('request')}": must be less than or equal to ${told('resource')} limit of ${told('limit')}`;
  }
  if (says(hop, hops, 'invalid')) return reasonOf(hop);
  const sentence = own(hops.messages, hop.message.slice(hop.message.indexOf('/') + 1));
  return forbidden(sentence ? bare(fill(sentence, data, 'en')) : hop.message);
}

/** Why an object is not valid, in English: what the API server says in its own words is said here in the lab's. */
export function reasonOf({ data }: Hop): string {
  const reason = own(data, 'reason');
  if (typeof reason === 'string') return bare(reason);
  return bare(own(reason as Readonly<Record<string, unknown>> | undefined, 'en'));
}
