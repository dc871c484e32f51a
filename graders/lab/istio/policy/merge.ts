import type { DestinationRule, Subset, TrafficPolicy } from '../../../model/mesh/destination-rule.ts';
import { hasLabels, type Labels } from '../../cluster/index.ts';

/** The DestinationRules of one host as one: subsets by unique name, and the first traffic policy. */
export interface MergedRule {
  readonly host: string;
  readonly rules: readonly DestinationRule[];
  readonly subsets: readonly { readonly subset: Subset; readonly from: DestinationRule }[];
  readonly policy: { readonly policy: TrafficPolicy; readonly from: DestinationRule } | undefined;
}

/** Rules that count as one. What the first of them says holds for all: whom it is exported to, and whom it is for. */
type Group = readonly [DestinationRule, ...DestinationRule[]];

/**
 * The DestinationRules of a host, put together as `istiod` does: those with a `workloadSelector` first, and then by age. Rules
 * are merged when they are exported to the same namespaces, or the later one to more of them, and are for the same
 * workloads. The others stay apart.
 * @param rules of one host and namespace, oldest first
 * @see https://istio.io/latest/docs/reference/commands/pilot-discovery/#envvars
 */
export function groupsOf(rules: readonly DestinationRule[]): readonly Group[] {
  const ordered = [
    ...rules.filter(({ workloadSelector }) => workloadSelector),
    ...rules.filter(({ workloadSelector }) => !workloadSelector),
  ];
  let groups: readonly Group[] = [];
  for (const rule of ordered) groups = withRule(groups, rule);
  return groups;
}

function withRule(groups: readonly Group[], rule: DestinationRule): readonly Group[] {
  const joins = groups.map(([first]) => isExportedAlike(first, rule) && isForTheSame(first, rule));
  const joined = groups.map((group, index): Group => (joins[index] ? [...group, rule] : group));
  return joins.includes(true) ? joined : [...joined, [rule]];
}

function isExportedAlike(first: DestinationRule, rule: DestinationRule): boolean {
  const [before, now] = [scopesOf(first), scopesOf(rule)];
  if (before.size === 0 || now.size === 0) return before.size === now.size;
  return [...before].every((scope) => now.has(scope));
}

function scopesOf({ exportTo, workloadSelector }: DestinationRule): ReadonlySet<string> {
  return new Set(workloadSelector ? ['.'] : exportTo);
}

function isForTheSame({ workloadSelector: a }: DestinationRule, { workloadSelector: b }: DestinationRule): boolean {
  if (!a || !b) return !a && !b;
  return Object.keys(a).length === Object.keys(b).length && hasLabels(a as Labels, b as Labels);
}

/** The group a client applies: the one that selects it, else the last of those without selector. */
export function groupFor(groups: readonly Group[], labels: Labels): Group | undefined {
  const selected = groups.find(
    ([{ workloadSelector }]) => workloadSelector && hasLabels(workloadSelector as Labels, labels),
  );
  return selected ?? groups.findLast(([{ workloadSelector }]) => !workloadSelector);
}

/** The rules of a group as one. */
export function merged(host: string, rules: readonly DestinationRule[]): MergedRule {
  const subsets = new Map<string, { subset: Subset; from: DestinationRule }>();
  for (const from of rules) {
    for (const subset of from.subsets) if (!subsets.has(subset.name)) subsets.set(subset.name, { subset, from });
  }
  const first = rules.find(({ policy }) => policy !== undefined);
  return {
    host,
    rules,
    subsets: [...subsets.values()],
    policy: first?.policy && { policy: first.policy, from: first },
  };
}
