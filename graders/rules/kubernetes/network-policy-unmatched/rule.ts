import type { INetworkPolicyPeer, INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import { own } from '../../../core/own.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isEmptySelector, type LabelSelector } from '../../../model/workloads/selectors.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, object, pairs } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isWorld } from '../worlds.ts';

export default rule({
  id: 'kubernetes/network-policy-unmatched',
  severity: 'warning',
  title: { es: 'La política de red no elige ningún pod', en: 'The network policy selects no pod' },
  related: ['dangling-networkpolicy', 'dangling-networkpolicypeer-podselector', 'networkpolicy-targets-pod'],
  over: 'manifests',
  messages: {
    none: {
      es: 'La NetworkPolicy `{policy}` no elige ningún pod de estos ficheros: no protege nada.',
      en: 'The NetworkPolicy `{policy}` selects no pod of these files: it protects nothing.',
    },
    slip: {
      es: 'Ningún pod lleva `{key}: {value}`. ¿Querías decir `{key}: {near}`?',
      en: 'No pod carries `{key}: {value}`. Did you mean `{key}: {near}`?',
    },
  },
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    const templates = byLabel(podTemplatesOf(manifests));
    for (const policy of ofKind<{ spec?: INetworkPolicySpec }>(manifests, 'NetworkPolicy', 'networking.k8s.io')) {
      const spec = object(policy.data.spec);
      const here = templates.in(policy.namespace);
      if (here.length === 0) continue;
      const own = object(spec?.podSelector);
      const sayMiss = (selector: LabelSelector, always: boolean) => {
        if (isEmptySelector(selector) || templates.selected(policy.namespace, selector).length > 0) return;
        const [key, value, near] = slipIn(selector, here) ?? [];
        if (key !== undefined && value !== undefined && near !== undefined)
          say('slip', placeOf(policy, selector.matchLabels, key), { key, value, near });
        else if (always) say('none', placeOf(policy, spec, 'podSelector'), { policy: policy.name });
      };
      if (own) sayMiss(own, true);
      for (const peer of localPeers(spec)) sayMiss(peer, false);
    }
  },
});

/** Peers of the policy's own namespace; pods of others may be deployed from elsewhere. */
function localPeers(spec: INetworkPolicySpec | undefined): readonly LabelSelector[] {
  const peers: readonly INetworkPolicyPeer[] = [
    ...items(spec?.ingress).flatMap(({ from }) => items(from)),
    ...items(spec?.egress).flatMap(({ to }) => items(to)),
  ];
  return peers.flatMap(({ podSelector, namespaceSelector }) =>
    isSet(namespaceSelector) ? [] : (object(podSelector) ?? []),
  );
}

/** A label of the selector that is a slip of one that some pod carries. */
function slipIn(
  { matchLabels }: LabelSelector,
  templates: readonly PodTemplate[],
): [string, string, string] | undefined {
  for (const [key, value] of pairs(matchLabels)) {
    const values = templates.flatMap(({ labels }) => (Object.hasOwn(labels, key) ? (own(labels, key) ?? []) : []));
    const near = values.includes(value) ? undefined : lookalike(value, values);
    if (near !== undefined) return [key, value, near];
  }
  return undefined;
}
