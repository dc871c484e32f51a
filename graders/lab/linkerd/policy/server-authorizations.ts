import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList, optionalTexts } from '../../../model/mesh/fields.ts';
import { selects } from '../../cluster/index.ts';
import { accountIdentity } from '../identity.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { isInside, matchesIdentity } from './authentications.ts';
import type { PolicyClient } from './client.ts';
import { policyGroup, type Server } from './servers.ts';

/**
 * The ServerAuthorization that lets a client in at a Server, if there is one: an older kind, served to this day.
 * @see https://linkerd.io/2-edge/reference/authorization-policy/#serverauthorization
 */
export function serverAuthorizationFor(
  { state }: LinkerdMesh,
  server: Server,
  client: PolicyClient,
): Resource | undefined {
  return ofKind(state, 'ServerAuthorization', policyGroup).find(({ namespace, data }) => {
    const { server: wanted, client: who } = fields(fields(data).spec);
    return namespace === server.namespace && isFor(wanted, server) && admits(who, client, namespace ?? 'default');
  });
}

/** A Server is meant by its name or by its labels. */
export function isFor(wanted: unknown, { name, metadata }: Server): boolean {
  const { name: named, selector } = fields(wanted);
  return named === undefined ? selector !== undefined && selects(selector, metadata.labels ?? {}) : named === name;
}

function admits(who: unknown, client: PolicyClient, namespace: string): boolean {
  const { networks, unauthenticated, meshTLS } = fields(who);
  if (Array.isArray(networks) && !isInside(fieldsList(networks), client)) return false;
  if (unauthenticated === true) return true;
  const { identity } = client;
  if (identity === undefined) return false;
  const { unauthenticatedTLS, identities, serviceAccounts } = fields(meshTLS);
  return (
    unauthenticatedTLS === true ||
    (optionalTexts(identities) ?? []).some((wanted) => matchesIdentity(wanted, identity)) ||
    fieldsList(serviceAccounts).some(
      ({ name, namespace: place = namespace }) => identity === accountIdentity(String(name), String(place)),
    )
  );
}
