import { leftAtNode, placeOf, rootNamespace, unreadOf } from '../../../lab/istio/index.ts';
import { fieldSpan, ofKind } from '../../../model/manifests/manifests.ts';
import { type AuthorizationPolicy, readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { readRequestAuthentication } from '../../../model/mesh/request-authentication.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule, type Say } from '../../rule.ts';
import { isAmbientPod, namespacesIn } from '../ambient.ts';

const messages = {
  allow: {
    es: '`{pod}` está en modo ambient: el proxy de su nodo no ve `{field}`, y esta regla ALLOW no permitirá nada.',
    en: '`{pod}` is in ambient mode: the proxy of its node does not see `{field}`, and this ALLOW rule will allow nothing.',
  },
  denyNothing: {
    es: '`{pod}` está en modo ambient: el proxy de su nodo no ve `{field}`, y esta regla DENY no denegará nada.',
    en: '`{pod}` is in ambient mode: the proxy of its node does not see `{field}`, and this DENY rule will deny nothing.',
  },
  denyMore: {
    es: '`{pod}` está en modo ambient: el proxy de su nodo no ve `{field}`, y esta regla DENY denegará sin mirarlo.',
    en: '`{pod}` is in ambient mode: the proxy of its node does not see `{field}`, and this DENY rule will deny without it.',
  },
  action: {
    es: '`{pod}` está en modo ambient: el proxy de su nodo no sabe aplicar `{action}`, y esta política no hará nada.',
    en: '`{pod}` is in ambient mode: the proxy of its node cannot apply `{action}`, and this policy will do nothing.',
  },
  token: {
    es: '`{pod}` está en modo ambient: el proxy de su nodo no ve tokens, y nadie los comprobará.',
    en: '`{pod}` is in ambient mode: the proxy of its node sees no tokens, and nobody will check them.',
  },
} as const;

export default rule({
  id: 'istio/policy-needs-waypoint',
  severity: 'warning',
  title: {
    es: 'Una política de HTTP para pods que no tienen quién la lea',
    en: 'A policy about HTTP for pods with nobody to read it',
  },
  over: 'manifests',
  messages,
  check(manifests, say) {
    const namespaces = namespacesIn(manifests);
    const templates = podTemplatesOf(manifests);
    const ambient = templates.filter((template) => isAmbientPod(template, namespaces));
    if (ambient.length === 0) return;
    const isAmbient = new Set(ambient);
    for (const resource of ofKind(manifests, 'AuthorizationPolicy', 'security.istio.io')) {
      const policy = readAuthorizationPolicy(resource);
      const [pod] = policy.targeted ? [] : inScope(policy, ambient);
      if (pod) checkPolicy(policy, pod.owner.name, say);
    }
    for (const resource of ofKind(manifests, 'RequestAuthentication', 'security.istio.io')) {
      const policy = readRequestAuthentication(resource);
      const pods = policy.targets.length > 0 ? [] : inScope(policy, templates);
      const [pod] = pods;
      if (!pod || policy.namespace === rootNamespace || !pods.every((one) => isAmbient.has(one))) continue;
      say('token', fieldSpan(resource, 'kind'), { pod: pod.owner.name });
    }
  },
});

/** @param pod whose node proxy gets the policy */
function checkPolicy({ resource, action, rules }: AuthorizationPolicy, pod: string, say: Say<typeof messages>): void {
  if (action === 'CUSTOM' || action === 'AUDIT') {
    say('action', fieldSpan(resource, 'spec', 'action'), { pod, action });
    return;
  }
  for (const one of rules) {
    const [unread] = unreadOf(one);
    if (!unread) continue;
    const message = action === 'ALLOW' ? 'allow' : leftAtNode(one) ? 'denyMore' : 'denyNothing';
    say(message, placeOf(unread) ?? resource.at, { pod, field: unread.field });
  }
}

function inScope(
  { namespace, selector = {} }: { readonly namespace: string; readonly selector: object | undefined },
  templates: readonly PodTemplate[],
): readonly PodTemplate[] {
  const wanted = selector as Readonly<Record<string, string>>;
  const known = byLabel(templates);
  return namespace === rootNamespace ? known.anywhere(wanted) : known.with(namespace, wanted);
}
