import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { nameOf } from '../authz/naming.ts';
import { hops } from './hops.ts';

/** What a connection tells: the fields that the node proxy can look at, negated or not. */
const readable = {
  from: ['principals', 'namespaces', 'serviceAccounts', 'ipBlocks'],
  to: ['ports'],
  when: ['source.ip', 'source.namespace', 'source.principal', 'destination.ip', 'destination.port'],
} as const;

/** A field that the node proxy cannot look at, and where it stands. */
export interface Unread {
  readonly field: string;
  readonly node: object;
}

/** The fields of a rule that only a proxy of HTTP sees, in the order of `to`, `from` and `when`. */
export function unreadOf({ from = [], to = [], when }: PolicyRule): readonly Unread[] {
  const within = (part: 'from' | 'to', items: readonly Fields[]) =>
    items.flatMap((node) =>
      Object.keys(node)
        .filter((field) => isFilled(own(node, field)) && !reads(part, field))
        .map((field) => ({ field, node })),
    );
  const keys = when.filter(({ key }) => !isReadKey(key)).map(({ key, node }) => ({ field: key, node }));
  return [...within('to', to), ...within('from', from), ...keys];
}

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

const isReadKey = (key: string): boolean => readable.when.some((one) => one === key);

function reads(part: 'from' | 'to', field: string): boolean {
  const positive = /^not[A-Z]/.test(field) ? field.charAt(3).toLowerCase() + field.slice(4) : field;
  return readable[part].some((one) => one === positive);
}

/**
 * The AuthorizationPolicies of a pod as the proxy of its node gets them. It sees connections, and nothing of HTTP: an
 * ALLOW rule that asks for more is left out; a DENY rule loses what cannot be seen, and where nothing is left of its
 * `from`, its `to` or a condition, it never holds. CUSTOM and AUDIT are left out.
 *
 * The documentation says that every such rule becomes a DENY; the source, and an issue about it, that a DENY about HTTP
 * alone does nothing.
 * @see https://istio.io/latest/docs/ambient/usage/l4-policy/
 * @see https://github.com/istio/istio/issues/61126
 */
export function asNodeReads(
  policies: readonly AuthorizationPolicy[],
  say: (hop: Hop) => void,
): readonly AuthorizationPolicy[] {
  return policies.flatMap((policy) => {
    const { action, resource } = policy;
    if (policy.dryRun) return [];
    if (action === 'CUSTOM' || action === 'AUDIT') {
      const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'action') };
      say(hop(hops, 'authorization', 'actionUnread', { policy: nameOf(policy), action }, where));
      return [];
    }
    const rules = policy.rules.flatMap((rule, index) => {
      const [unread] = unreadOf(rule);
      if (!unread) return [rule];
      const left = action === 'DENY' ? leftAtNode(rule) : undefined;
      const message = action === 'ALLOW' ? 'allowUnread' : left ? 'denyWidened' : 'denyUnread';
      const data = { policy: nameOf(policy), rule: index + 1, field: unread.field };
      const where = { resource: refOf(resource), at: placeOf(unread) ?? resource.at };
      say(hop(hops, 'authorization', message, data, where));
      return left ? [left] : [];
    });
    return [{ ...policy, rules }];
  });
}

/** Where an unread field is written: its name, or the key of a condition. */
export function placeOf({ field, node }: Unread): Span | undefined {
  return keySpanOf(node, field) ?? spanOf(node, 'key') ?? spanOf(node);
}

/**
 * What the node proxy keeps of a DENY rule.
 * @returns undefined where a part of the rule is left with nothing to look at: then it never holds
 */
export function leftAtNode(rule: PolicyRule): PolicyRule | undefined {
  const from = rule.from && onlyRead('from', rule.from);
  const to = rule.to && onlyRead('to', rule.to);
  if (from?.length === 0 || to?.length === 0 || !rule.when.every(({ key }) => isReadKey(key))) return undefined;
  return { ...rule, from, to };
}

function onlyRead(part: 'from' | 'to', items: readonly Fields[]): readonly Fields[] {
  return items
    .map((item) => Object.fromEntries(Object.entries(item).filter(([field]) => reads(part, field))))
    .filter((item) => Object.values(item).some(isFilled));
}
