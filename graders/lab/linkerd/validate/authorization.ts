import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { policyGroup, type Refuse } from './refuse.ts';

/** What a reference means: `group/Kind`, with the core group empty. Case does not count. */
function meant({ group, kind }: Fields): string {
  const written = text(group) ?? '';
  return `${written === 'core' ? '' : written}/${text(kind) ?? ''}`.toLowerCase();
}

const targets = [
  `${policyGroup}/server`,
  `${policyGroup}/httproute`,
  `${gatewayGroup}/httproute`,
  `${gatewayGroup}/grpcroute`,
];

/** @see https://linkerd.io/2-edge/reference/authorization-policy/#authorizationpolicy */
export function checkAuthorizationPolicy(resource: Resource, spec: Fields, refuse: Refuse): void {
  const target = fields(spec.targetRef);
  const kind = meant(target);
  if (kind === '/namespace') {
    const name = text(target.name) ?? '';
    if (name !== (resource.namespace ?? 'default'))
      refuse('otherNamespace', placeOf(resource, target, 'name'), { name });
  } else if (!targets.includes(kind)) refuse('targetKind', placeOf(resource, target, 'kind'), named(target));
  checkAuthentications(resource, fieldsList(spec.requiredAuthenticationRefs), refuse);
}

const named = ({ group, kind }: Fields) => ({ group: text(group) ?? 'core', kind: text(kind) ?? '' });

function checkAuthentications(resource: Resource, references: readonly Fields[], refuse: Refuse): void {
  let identities = 0;
  let networks = 0;
  for (const reference of references) {
    const at = placeOf(resource, reference, 'kind');
    switch (meant(reference)) {
      case `${policyGroup}/meshtlsauthentication`:
      case '/serviceaccount':
        identities++;
        if (identities === 2) refuse('twoIdentities', at, {});
        break;
      case `${policyGroup}/networkauthentication`:
        networks++;
        if (networks === 2) refuse('twoNetworks', at, {});
        break;
      default:
        refuse('authenticationKind', at, named(reference));
    }
  }
}

/** @see https://linkerd.io/2-edge/reference/authorization-policy/#meshtlsauthentication */
export function checkMeshTls(resource: Resource, spec: Fields, refuse: Refuse): void {
  for (const reference of fieldsList(spec.identityRefs)) {
    const kind = meant(reference);
    if (kind === '/namespace') {
      if (text(reference.namespace) === undefined) continue;
      refuse('namespaceInNamespace', keySpanOf(reference, 'namespace') ?? placeOf(resource, reference), {});
    } else if (kind !== '/serviceaccount')
      refuse('identityKind', placeOf(resource, reference, 'kind'), named(reference));
  }
}
