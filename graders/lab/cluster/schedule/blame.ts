import type { IContainer } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { quantity } from '../quantity.ts';
import { list } from '../read.ts';
import type { PodPlan } from '../workloads/plan.ts';

/** The line of a pod that keeps it off the nodes which refuse it for these reasons. */
export function blamed({ spec, at }: PodPlan, reasons: readonly string[]): Span {
  const all = reasons.join(' ');
  const lacking = reasons.flatMap((reason) => /^Insufficient (\S+)$/.exec(reason)?.[1] ?? []);
  const asked =
    lacking.flatMap((resource) => greediest(list(spec.containers), resource) ?? [])[0] ??
    ((all.includes('node affinity') && (spanOf(spec, 'nodeSelector') ?? spanOf(spec, 'affinity'))) ||
      (all.includes('spread') && spanOf(spec, 'topologySpreadConstraints')) ||
      (all.includes('affinity rules') && spanOf(spec, 'affinity')));
  return asked || at;
}

/** Where the container that asks for most of a resource says so; without a request, its limit is one. */
function greediest(containers: readonly Partial<IContainer>[], resource: string): Span | undefined {
  const asking = containers.flatMap(({ resources }) => {
    const amounts = [resources?.requests, resources?.limits].map((one) => ({ one, amount: own(one, resource) }));
    const written = amounts.find(({ amount }) => amount !== undefined);
    const at = written && spanOf(written.one, resource);
    return at ? [{ at, amount: quantity(written.amount) ?? 0 }] : [];
  });
  return asking.sort((one, other) => other.amount - one.amount)[0]?.at;
}
