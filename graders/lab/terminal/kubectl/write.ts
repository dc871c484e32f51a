import { fill } from '../../../core/messages.ts';
import { own } from '../../../core/own.ts';
import type { Text } from '../../../core/text.ts';
import { type Hop, says } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { hops } from '../../cluster/hops.ts';
import { type LiveCluster, objectOf, type Put, put, reasonOf, refusalText, wouldPut } from '../../cluster/index.ts';
import { unknownFields } from './edit/strict.ts';
import { kindOf, resourceName } from './kinds.ts';
import type { Session } from './session.ts';
import { type Because, Stop } from './stop.ts';

/** How a command writes: for real, or to see what would come of it. */
export type DryRun = 'none' | 'client' | 'server';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_apply/ (`--dry-run`) */
export function dryRunOf({ call }: Pick<Session, 'call'>): DryRun {
  const written = call.flags.text('dry-run');
  if (written === undefined || written === 'none') return 'none';
  if (written === 'unchanged') return 'client';
  if (written === 'client' || written === 'server') return written;
  throw new Stop(`error: Invalid dry-run value (${written}). Must be "none", "server", or "client".`);
}

export const dryText = (dry: DryRun): string =>
  dry === 'client' ? ' (dry run)' : dry === 'server' ? ' (server dry run)' : '';

/** Sends an object to the API server; ends with its words where it refuses. @param doing `error when creating "web.yaml"` */
export function send(
  live: LiveCluster,
  resource: Resource,
  dry: DryRun,
  doing = '',
): { readonly live: LiveCluster; readonly put: Put } {
  if (dry === 'client') {
    const did = exists(live, resource) ? 'configured' : 'created';
    return { live, put: { resource, did, why: [] } };
  }
  if (dry === 'server') {
    const would = wouldPut(live, resource, live.clock);
    refuse(live, would, doing);
    return { live, put: would };
  }
  const { cluster, puts } = put(live, [resource], live.clock);
  const [done] = puts as [Put];
  refuse(live, done, doing);
  return { live: cluster, put: done };
}

function refuse(live: LiveCluster, { did, why, resource }: Put, doing: string): void {
  const [first] = why;
  if (did !== 'refused' || !first) return;
  throw refusalOf(live, resource, why, doing);
}

/** A refusal in the words of `kubectl` and of the API server. */
export function refusalOf(live: LiveCluster, resource: Resource, why: readonly Hop[], doing = ''): Stop {
  const kind = kindOf(live, resource.group, resource.kind);
  const where = doing === '' ? '' : `${doing}: `;
  const [first] = why;
  const name = kind ? resourceName(kind) : resource.kind.toLowerCase();
  if (first && says(first, hops, 'namespaceMissing'))
    return new Stop(
      `Error from server (NotFound): ${where}${refusalText(name, resource.name, first)}`,
      1,
      why.map(becauseOf),
    );
  if (first && !says(first, hops, 'invalid', 'requestAboveLimit'))
    return new Stop(
      `Error from server (Forbidden): ${where}${refusalText(name, resource.name, first)}`,
      1,
      why.map(becauseOf),
    );
  const because = why.map(becauseOf);
  const unknown = unknownFields(resource);
  if (unknown.length > 0) {
    const listed = unknown.map((field) => `unknown field ${JSON.stringify(field)}`).join(', ');
    const version = resource.apiVersion.slice(resource.apiVersion.indexOf('/') + 1);
    const told = `${resource.kind} in version ${JSON.stringify(version)} cannot be handled as a ${resource.kind}: strict decoding error: ${listed}`;
    return new Stop(`Error from server (BadRequest): ${where}${told}`, 1, because);
  }
  const reasons = [...new Set(why.map(reasonOf))];
  const [only = ''] = reasons;
  const told = reasons.length === 1 ? only : `\n${reasons.map((reason) => `* ${reason}`).join('\n')}`;
  return new Stop(`The ${resource.kind} ${JSON.stringify(resource.name)} is invalid: ${told}`, 1, because);
}

/** A decision of admission in both languages, at the line that made it. */
function becauseOf({ message, data, at }: Hop): Because {
  const reason = own(data, 'reason') as Text | undefined;
  const sentence = own(hops.messages, message.slice(message.indexOf('/') + 1));
  const text =
    reason && typeof reason === 'object'
      ? reason
      : sentence
        ? { es: fill(sentence, data, 'es'), en: fill(sentence, data, 'en') }
        : { es: message, en: message };
  return { text, at };
}

function exists(live: LiveCluster, { group, kind, namespace, name }: Resource): boolean {
  if (group === '' && kind === 'Pod') return live.pods.has(`${namespace}/${name}`);
  return objectOf(live, { group, kind, namespace, name }) !== undefined;
}
