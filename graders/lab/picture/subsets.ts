import { fullHost, hasLabels, type Labels } from '../cluster/index.ts';
import type { View } from './view.ts';

/** The subsets that DestinationRules of a Service make of some pods. */
export function subsetsOf(
  { istio }: View,
  service: { readonly name: string; readonly namespace: string },
  labels: Labels,
): readonly string[] {
  const rules = istio?.destinationRules.get(fullHost(service)) ?? [];
  const subsets = rules.flatMap(({ config }) => config.subsets);
  return [...new Set(subsets.filter((one) => hasLabels(one.labels as Labels, labels)).map(({ name }) => name))];
}
