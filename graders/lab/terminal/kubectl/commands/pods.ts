import { own } from '../../../../core/own.ts';
import { type LiveCluster, type PodLook, type PodView, podsAt, selects } from '../../../cluster/index.ts';
import { mustFind, readArgs } from '../ask/args.ts';
import type { Item } from '../items.ts';
import { at, fieldsOf, isFields } from '../json.ts';
import { kindNamed } from '../kinds.ts';
import type { Session } from '../session.ts';
import { wrong } from '../stop.ts';

/** A pod as it is at this moment of the cluster. */
export function lookNow(live: LiveCluster, namespace: string, name: string): PodLook | undefined {
  return viewNow(live, namespace, name)?.pod;
}

export function viewNow(live: LiveCluster, namespace: string, name: string): PodView | undefined {
  return podsAt(live, live.clock).find(({ pod }) => pod.namespace === namespace && pod.name === name);
}

/** Which pods a workload or Service has, ready ones first, the older before the younger. */
export function podsOf(live: LiveCluster, item: Item): readonly PodView[] {
  if (item.pod) return [item.pod];
  const raw = at(item.view, 'spec', 'selector');
  const selector =
    item.kind.kind === 'Service' || item.kind.kind === 'ReplicationController' ? { matchLabels: fieldsOf(raw) } : raw;
  if (item.kind.kind === 'Job') return podsAt(live, live.clock).filter(({ live: one }) => one.owner?.uid === item.uid);
  if (!isFields(selector) || Object.keys(selector).length === 0) return [];
  return podsAt(live, live.clock)
    .filter(({ pod }) => pod.namespace === item.namespace && selects(selector, pod.labels))
    .sort((a, b) => Number(b.pod.ready) - Number(a.pod.ready) || a.live.created - b.live.created);
}

/**
 * The pod that `POD`, `TYPE/NAME` means: itself, or one of the workload's or Service's.
 * @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/polymorphichelpers/attachablepodforobject.go
 */
export function podFor(session: Session, word: string): PodView {
  const { live } = session;
  const { named } = readArgs(live, [word.includes('/') ? word : `pod/${word}`], session.call.path.at(-1) ?? '');
  const [only] = named;
  if (!only) throw wrong('you must specify a pod');
  const item = mustFind(session, only.kind, only.name);
  if (item.pod) return item.pod;
  const pods = podsOf(live, item);
  const [first] = pods;
  if (!first) throw wrong(`timed out waiting for the condition`);
  return first;
}

export const podKind = (live: LiveCluster) => kindNamed(live, 'pods');

/** The container of `-c`, or the first one; a wrong name gives the server's words. */
export function containerOf({ pod }: PodView, wanted: string | undefined): string {
  const names = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])].map((one) => String(one?.name));
  if (wanted === undefined) {
    const usual = own(pod.annotations, 'kubectl.kubernetes.io/default-container');
    return usual !== undefined && names.includes(usual) ? usual : String(pod.spec?.containers?.[0]?.name ?? '');
  }
  if (!names.includes(wanted)) throw wrong(`container ${wanted} not found in pod ${pod.name}_${pod.namespace}`);
  return wanted;
}
