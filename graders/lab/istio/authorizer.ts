import { own } from '../../core/own.ts';
import { isDnsLabel } from '../../model/workloads/names.ts';
import type { Authorizer } from './authz/custom.ts';
import type { MeshConfig } from './mesh-config.ts';
import type { MeshService } from './registry.ts';

interface Surroundings {
  readonly config: MeshConfig;
  readonly registry: ReadonlyMap<string, MeshService>;
  /** What providers answer, by their names, where somebody says. */
  readonly answers: Readonly<Record<string, boolean>> | undefined;
}

/**
 * Whom a CUSTOM policy asks. `istiod` looks for the Service of a provider by its full name.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/security/authz/builder/extauthz.go
 */
export function authorizerOf(name: string, { config, registry, answers }: Surroundings): Authorizer {
  const told = own(answers, name);
  // Of two with one name, the later one counts.
  const provider = config.authorizers.findLast((one) => one.name === name);
  if (!provider && told !== undefined) return { allows: told, assumed: false, onlyHttp: false };
  if (!provider) return { broken: 'providerMissing', service: '' };
  const { service, port, grpc } = provider;
  if (!isDnsLabel(name)) return { broken: 'providerName', service };
  if (port === undefined || port < 1 || port > 65_535) return { broken: 'providerPort', service };
  if (!isRegistered(service, registry)) return { broken: 'providerService', service };
  return { allows: told ?? true, assumed: told === undefined, onlyHttp: !grpc };
}

function isRegistered(service: string, registry: Surroundings['registry']): boolean {
  const [host = '', namespace, ...more] = service.split('/').reverse();
  const found = registry.get(host);
  return found !== undefined && more.length === 0 && (namespace === undefined || found.namespace === namespace);
}
