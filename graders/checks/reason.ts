import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import type { Hop } from '../core/trace.ts';
import { hops as clusterHops } from '../lab/cluster/hops.ts';
import { hops as linkerdHops } from '../lab/linkerd/hops.ts';
import { hops as meshHops } from '../lab/mesh/hops.ts';
import { hops as migrationHops } from '../lab/migration/hops.ts';

const sentences: Readonly<Record<string, Text>> = Object.fromEntries(
  [clusterHops, linkerdHops, meshHops, migrationHops].flatMap(({ area, messages }) =>
    Object.entries(messages).map(([key, text]) => [`${area}/${key}`, text]),
  ),
);

/** A decision of the lab as a fact in both languages, to stand inside another sentence; empty where there is none. */
export function sentenceOf(decision: Hop | undefined): Text {
  const sentence = sentences[decision?.message ?? ''];
  if (!decision || !sentence) return { es: '', en: '' };
  return { es: fill(sentence, decision.data, 'es'), en: fill(sentence, decision.data, 'en') };
}

/** The same, with the policy that took it. */
export function reasonOf(decision: Hop | undefined): Text {
  const said = sentenceOf(decision);
  const { resource } = decision ?? {};
  if (!resource || !policies.includes(resource.kind)) return said;
  const name = `${resource.kind} ${resource.namespace ?? ''}/${resource.name}`;
  return { es: `${said.es} Lo decide \`${name}\`.`, en: `${said.en} \`${name}\` decides it.` };
}

const policies: readonly string[] = ['PeerAuthentication', 'AuthorizationPolicy'];
