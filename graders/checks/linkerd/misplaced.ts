import type { Span } from '../../core/span.ts';
import type { PodState } from '../../lab/cluster/index.ts';
import { annotationOf, keys } from '../../lab/linkerd/index.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../model/workloads/templates.ts';
import { object, pairs } from '../../model/workloads/values.ts';

/** Somebody asked for the proxy where the injector does not look. */
export interface Misplaced {
  readonly message: 'label' | 'workload';
  readonly data: { readonly key: string; readonly kind: string };
  readonly at: Span;
}

const lookalikes: readonly string[] = [keys.inject, 'istio-injection'];

/** What was probably meant to give a pod its proxy: a label instead of an annotation, or one above the template. */
export function misplacedFor({ from, labels }: PodState, namespace: Resource | undefined): Misplaced | undefined {
  const { kind } = from;
  const path = podTemplateOf(from)?.path ?? [];
  const above = path.length > 0 ? annotationOf(from, keys.inject) : undefined;
  if (above) return { message: 'workload', data: { key: keys.inject, kind }, at: above.at };
  const ofPod = lookalikes.find((key) => Object.hasOwn(labels, key));
  if (ofPod) {
    const at = fieldSpan(from, ...path, 'metadata', 'labels', ofPod);
    return { message: 'label', data: { key: ofPod, kind }, at };
  }
  const written = new Map(pairs(object(namespace?.metadata.labels)));
  const key = lookalikes.find((one) => written.has(one));
  if (!namespace || key === undefined) return undefined;
  return { message: 'label', data: { key, kind }, at: fieldSpan(namespace, 'metadata', 'labels', key) };
}
