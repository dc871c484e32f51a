import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { type PodState, selects } from '../../cluster/index.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { routesOf } from './routes.ts';
import { isFor } from './server-authorizations.ts';
import { policyGroup, type Server } from './servers.ts';

/** A line of `linkerd authz`: what may let clients in at a Server, or at one of its routes. */
export interface Authorization {
  /** `*`: every route. */
  readonly route: string;
  readonly server: string;
  readonly policy: string;
  readonly older: string;
}

/**
 * What authorizes connections to some pods of a namespace, whoever the clients are: first the older ServerAuthorizations, then the
 * AuthorizationPolicies of the Servers that select them, of their routes and of their namespace.
 * @see https://linkerd.io/2-edge/reference/cli/authz/
 */
export function authorizationsOf(
  mesh: LinkerdMesh,
  namespace: string,
  pods: readonly PodState[],
): readonly Authorization[] {
  const { state } = mesh;
  const inside = <T extends Resource>(one: T): boolean => one.namespace === namespace;
  const servers = ofKind<Server['data']>(state, 'Server', policyGroup)
    .filter(inside)
    .filter(({ data }) => pods.some((pod) => selects(data.spec?.podSelector, pod.labels)));
  const older = ofKind(state, 'ServerAuthorization', policyGroup)
    .filter(inside)
    .flatMap(({ name, data }) =>
      servers
        .filter((server) => isFor(fields(fields(data).spec).server, server))
        .map((server) => ({ route: '*', server: server.name, policy: '', older: name })),
    );
  const policies = ofKind(state, 'AuthorizationPolicy', policyGroup)
    .filter(inside)
    .flatMap((policy) => servers.flatMap((server) => targets(mesh, policy, server)));
  return [...older, ...policies];
}

function targets(mesh: LinkerdMesh, policy: Resource, server: Server): readonly Authorization[] {
  const { kind, name } = fields(fields(fields(policy.data).spec).targetRef);
  const row = { route: '*', server: server.name, policy: policy.name, older: '' };
  if (kind === 'Server') return name === server.name ? [row] : [];
  if (kind === 'Namespace') return name === server.namespace ? [row] : [];
  const routes = kind === 'HTTPRoute' || kind === 'GRPCRoute' ? routesOf(mesh, server) : [];
  return routes
    .filter((route) => route.kind === kind && route.name === name)
    .map((route) => ({ ...row, route: route.name }));
}
