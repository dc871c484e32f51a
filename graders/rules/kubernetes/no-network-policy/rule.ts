import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { isLongRunning, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { perFile } from '../per-file.ts';
import { isWorld } from '../worlds.ts';

export default rule({
  id: 'kubernetes/no-network-policy',
  severity: 'info',
  production: true,
  title: { es: 'Ninguna política de red elige estos pods', en: 'No network policy selects these pods' },
  related: ['non-isolated-pod', 'missingNetworkPolicy', 'pod-networkpolicy'],
  over: 'manifests',
  messages: {
    open: {
      es: 'Ninguna NetworkPolicy de estos ficheros elige los pods de {names}: cualquier pod del clúster puede llamarlos.',
      en: 'No NetworkPolicy of these files selects the pods of {names}: any pod of the cluster may call them.',
    },
  },
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    const templates = podTemplatesOf(manifests);
    const policies = ofKind<{ spec?: INetworkPolicySpec }>(manifests, 'NetworkPolicy', 'networking.k8s.io');
    const chosen = new Set(
      policies.flatMap(({ namespace, data }) =>
        byLabel(templates).selected(namespace, object(object(data.spec)?.podSelector) ?? {}),
      ),
    );
    // A policy has no hold on pods that share the network of their node.
    const open = templates.filter(
      (template) => isLongRunning(template) && template.spec.hostNetwork !== true && !chosen.has(template),
    );
    for (const { first, names } of perFile(open)) say('open', titleOf(first.owner), { names });
  },
});
