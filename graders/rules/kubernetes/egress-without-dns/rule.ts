import type { INetworkPolicyEgressRule, INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isEmptySelector, matchesSelector } from '../../../model/workloads/selectors.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, isSet, items, object, texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/egress-without-dns',
  severity: 'warning',
  title: { es: 'La salida cerrada se lleva el DNS por delante', en: 'The closed egress takes DNS down with it' },
  over: 'manifests',
  messages: {
    dns: {
      es: 'La NetworkPolicy `{policy}` deja salir hacia otros pods y no hacia el DNS (puerto 53): los pods no podrán traducir el nombre del Service.',
      en: 'The NetworkPolicy `{policy}` allows egress to other pods and not to DNS (port 53): pods cannot resolve the name of the Service.',
    },
  },
  check(manifests, say) {
    const policies = ofKind<{ spec?: INetworkPolicySpec }>(manifests, 'NetworkPolicy', 'networking.k8s.io')
      .map((resource) => ({
        resource,
        spec: object(resource.data.spec) ?? ({ podSelector: {} } as INetworkPolicySpec),
      }))
      .filter(({ spec }) => closesEgress(spec));
    const together = new Map<string | undefined, (typeof policies)[number][]>();
    for (const { resource } of policies) together.set(resource.namespace, []);
    for (const one of policies) together.get(one.resource.namespace)?.push(one);
    const templates = byLabel(podTemplatesOf(manifests));
    for (const { resource, spec } of policies) {
      const rules = items(spec.egress);
      if (!rules.some(callsPods)) continue;
      const affected = templates.selected(resource.namespace, object(spec.podSelector) ?? {});
      const beside = together.get(resource.namespace) ?? [];
      const others = beside.filter((one) => covers(one, resource, spec, affected));
      if (others.some((one) => items(one.spec.egress).some(allowsDns))) continue;
      say('dns', placeOf(resource, spec, 'egress'), { policy: resource.name });
    }
  },
});

const closesEgress = ({ policyTypes, egress }: INetworkPolicySpec): boolean =>
  texts(policyTypes).includes('Egress') || (!isSet(policyTypes) && isSet(egress));

/** A rule towards pods is used through the name of a Service. */
const callsPods = ({ to }: INetworkPolicyEgressRule): boolean =>
  items(to).some(({ podSelector, namespaceSelector }) => isSet(podSelector) || isSet(namespaceSelector));

function isSelected(
  { podSelector }: INetworkPolicySpec,
  { namespace }: Resource,
  template: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> },
): boolean {
  return template.namespace === namespace && matchesSelector(object(podSelector) ?? {}, template.labels);
}

/** Whether another policy adds its permissions to the pods of this one: policies are summed. */
function covers(
  one: { readonly resource: Resource; readonly spec: INetworkPolicySpec },
  resource: Resource,
  spec: INetworkPolicySpec,
  affected: readonly { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[],
): boolean {
  if (one.resource.namespace !== resource.namespace) return false;
  if (one.spec === spec || isEmptySelector(object(one.spec.podSelector) ?? {})) return true;
  return affected.length > 0 && affected.every((template) => isSelected(one.spec, one.resource, template));
}

/** Where the DNS lives is not known, so any rule that lets port 53 out to some other namespace or address will do. */
function allowsDns({ ports, to }: INetworkPolicyEgressRule): boolean {
  const reachesOut =
    items(to).length === 0 || items(to).some((peer) => isSet(peer.namespaceSelector) || isSet(peer.ipBlock));
  const isDns = items(ports).some(({ port, endPort }) => {
    const first = integer(port);
    if (typeof port === 'string') return port.startsWith('dns');
    return first === undefined || first === 53 || (first < 53 && (integer(endPort) ?? 0) >= 53);
  });
  return reachesOut && (items(ports).length === 0 || isDns);
}
