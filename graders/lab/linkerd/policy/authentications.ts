import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, optionalTexts } from '../../../model/mesh/fields.ts';
import { inBlock } from '../../cluster/index.ts';
import { accountIdentity, identitySuffix } from '../identity.ts';
import type { LinkerdMesh } from '../mesh.ts';
import type { PolicyClient } from './client.ts';
import { policyGroup } from './servers.ts';

/**
 * Whether a client is one of those a reference of an AuthorizationPolicy asks for.
 * @returns undefined when what is referred to does not exist or is of another kind: the policy is then ignored
 * @see https://linkerd.io/2-edge/reference/authorization-policy/#authorizationpolicy
 */
export function satisfies(
  mesh: LinkerdMesh,
  policy: Resource,
  reference: Fields,
  client: PolicyClient,
): boolean | undefined {
  const { kind, name, namespace: written } = reference;
  const namespace = typeof written === 'string' && written !== '' ? written : (policy.namespace ?? 'default');
  const group = typeof reference.group === 'string' ? reference.group : '';
  if (kind === 'ServiceAccount' && (group === '' || group === 'core')) {
    return client.identity === accountIdentity(String(name), namespace);
  }
  if (group !== policyGroup) return undefined;
  const found = ofKind(mesh.state, String(kind), policyGroup).find(
    (one) => one.name === name && one.namespace === namespace,
  );
  if (!found) return undefined;
  if (kind === 'MeshTLSAuthentication') return provesIdentity(found, client);
  return kind === 'NetworkAuthentication' ? comesFrom(found, client) : undefined;
}

/** Exact identities, `*` for any, `*.suffix`, or references to ServiceAccounts and whole namespaces. */
function provesIdentity(authentication: Resource, { identity }: PolicyClient): boolean {
  if (identity === undefined) return false;
  const spec = fields(fields(authentication.data).spec);
  const named = (optionalTexts(spec.identities) ?? []).some((wanted) => matchesIdentity(wanted, identity));
  return named || fieldsList(spec.identityRefs).some((reference) => refersTo(authentication, reference, identity));
}

export function matchesIdentity(wanted: string, identity: string): boolean {
  if (wanted === '*') return true;
  return wanted.startsWith('*.') ? identity.endsWith(wanted.slice(1)) : wanted === identity;
}

function refersTo({ namespace: own }: Resource, { kind, name, namespace }: Fields, identity: string): boolean {
  if (kind === 'Namespace') return identity.endsWith(`.${String(name)}.${identitySuffix}`);
  const place = typeof namespace === 'string' && namespace !== '' ? namespace : (own ?? 'default');
  return kind === 'ServiceAccount' && identity === accountIdentity(String(name), place);
}

function comesFrom(authentication: Resource, client: PolicyClient): boolean {
  return isInside(fieldsList(fields(fields(authentication.data).spec).networks), client);
}

/** Whether a client has an address in one of some networks, and in none of the exceptions of that one. */
export function isInside(networks: readonly Fields[], { ip }: PolicyClient): boolean {
  const inside = (block: unknown) => typeof block === 'string' && inBlock(ip, block);
  return networks.some(({ cidr, except }) => inside(cidr) && !(optionalTexts(except) ?? []).some(inside));
}
