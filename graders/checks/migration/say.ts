import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { hops as clusterHops } from '../../lab/cluster/hops.ts';
import { hops as meshHops } from '../../lab/istio/hops.ts';
import { hops as migrationHops } from '../../lab/migration/hops.ts';
import { sentencesOf } from '../say.ts';

/** A decision during a migration, in words. */
export const sentenceOf = sentencesOf(migrationHops, meshHops, clusterHops);

/** The same, with the policy that took it. */
export function reasonOf(decision: Hop | undefined): Text {
  const said = sentenceOf(decision);
  const { resource } = decision ?? {};
  if (!resource || !policies.includes(resource.kind)) return said;
  const name = `${resource.kind} ${resource.namespace ?? ''}/${resource.name}`;
  return { es: `${said.es} Lo decide \`${name}\`.`, en: `${said.en} \`${name}\` decides it.` };
}

const policies: readonly string[] = ['PeerAuthentication', 'AuthorizationPolicy'];
