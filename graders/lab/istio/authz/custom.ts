import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { Authorization } from '../outcome.ts';
import type { Facts } from './facts.ts';
import { nameOf, numberOf } from './naming.ts';
import { matchingRule } from './rule.ts';

/** What a proxy knows of who is asked in place of its rules. */
export type Authorizer =
  /** `istiod` has no use for it, and has the proxy deny what it would be asked about. */
  | {
      readonly broken: 'providerMissing' | 'providerName' | 'providerPort' | 'providerService';
      readonly service: string;
    }
  | {
      readonly allows: boolean;
      /** It is only taken to allow: nobody said what it answers. */
      readonly assumed: boolean;
      /** It is asked about requests, and never about connections. */
      readonly onlyHttp: boolean;
    };

/**
 * What CUSTOM policies make of a request, before its token is looked at: who is asked may deny, and what it allows goes on to
 * the other policies. One that cannot be asked denies all it would be asked about, and so do two at once.
 * @returns `assumed`: somebody is only taken to allow
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/security/authz/builder/builder.go
 */
export function askOthers(
  policies: readonly AuthorizationPolicy[],
  authorizer: (provider: string) => Authorizer,
  facts: Facts,
  say: (hop: Hop) => void,
): Asked {
  let assumed = false;
  const custom = policies.filter(({ action }) => action === 'CUSTOM');
  const providers = [...new Set(custom.map(providerOf))].sort();
  for (const provider of providers) {
    const asking = custom.filter((policy) => providerOf(policy) === provider);
    const found = firstMatch(asking, facts);
    if (!found) continue;
    const { policy, rule } = found;
    const data = { policy: nameOf(policy), rule: numberOf(policy, rule), provider };
    const where = { resource: refOf(policy.resource), at: spanOf(rule.node) ?? policy.resource.at };
    const denied = { assumed, denied: { decision: 'deny', policy: nameOf(policy) } } as const;
    const known = authorizer(provider);
    if (providers.length > 1) {
      say(
        hop(hops, 'authorization', 'providersTwo', { ...data, providers: providers.map((one) => `\`${one}\``) }, where),
      );
      return denied;
    }
    if ('broken' in known) {
      say(hop(hops, 'authorization', known.broken, { ...data, service: known.service }, where));
      return denied;
    }
    if (known.onlyHttp && !facts.http) say(hop(hops, 'authorization', 'providerOfHttp', data, where));
    else if (!known.allows) {
      say(hop(hops, 'authorization', 'providerDenies', data, where));
      return denied;
    } else if (known.assumed) {
      assumed = true;
      say(hop(hops, 'assumed', 'providerAssumed', data, where));
    } else say(hop(hops, 'authorization', 'providerAllows', data, where));
  }
  return { assumed };
}

interface Asked {
  readonly assumed: boolean;
  readonly denied?: Authorization;
}

function firstMatch(policies: readonly AuthorizationPolicy[], facts: Facts): Found | undefined {
  for (const policy of policies) {
    const rule = matchingRule(policy, facts, 'ignored');
    if (rule) return { policy, rule };
  }
  return undefined;
}

interface Found {
  readonly policy: AuthorizationPolicy;
  readonly rule: PolicyRule;
}

function providerOf({ resource }: AuthorizationPolicy): string {
  const { spec } = resource.data as { spec?: { provider?: { name?: unknown } } };
  return typeof spec?.provider?.name === 'string' ? spec.provider.name : '';
}
