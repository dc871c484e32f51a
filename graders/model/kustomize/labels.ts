import { changeAt, type Fields, fieldsOf, isFields, type Part, textOf, withFields } from './edit.ts';

/** The template of the pods of a kind, as a path from the top. */
const templates: ReadonlyMap<string, readonly string[]> = new Map([
  ['Deployment', ['spec', 'template']],
  ['ReplicaSet', ['spec', 'template']],
  ['ReplicationController', ['spec', 'template']],
  ['DaemonSet', ['spec', 'template']],
  ['StatefulSet', ['spec', 'template']],
  ['Job', ['spec', 'template']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** Where each kind selects pods, and whether the labels go there even where nothing is written yet. */
const selectors: ReadonlyMap<string, readonly { readonly path: readonly string[]; readonly create: boolean }[]> =
  new Map(
    Object.entries({
      Service: [['spec.selector', true]],
      ReplicationController: [['spec.selector', true]],
      Deployment: [['spec.selector.matchLabels', true]],
      ReplicaSet: [['spec.selector.matchLabels', true]],
      DaemonSet: [['spec.selector.matchLabels', true]],
      StatefulSet: [['spec.selector.matchLabels', true]],
      Job: [['spec.selector.matchLabels', false]],
      CronJob: [['spec.jobTemplate.spec.selector.matchLabels', false]],
      PodDisruptionBudget: [['spec.selector.matchLabels', false]],
      NetworkPolicy: [
        ['spec.podSelector.matchLabels', false],
        ['spec.ingress.*.from.*.podSelector.matchLabels', false],
        ['spec.egress.*.to.*.podSelector.matchLabels', false],
      ],
    } as Record<string, readonly (readonly [string, boolean])[]>).map(
      ([kind, paths]) => [kind, paths.map(([path, create]) => ({ path: path.split('.'), create }))] as const,
    ),
  );

/** The path of the pod template of an object; the Pod itself for a Pod, undefined for what makes no pods. */
export const templateOf = (kind: string): readonly string[] | undefined => (kind === 'Pod' ? [] : templates.get(kind));

/** Where labels are put: on the objects alone, on their pods as well, or into their selectors too. */
export type Reach = 'objects' | 'templates' | 'selectors';

/**
 * Puts labels on an object as `labels` and `commonLabels` of a kustomization do.
 * @see https://github.com/kubernetes-sigs/kustomize/tree/master/api/internal/konfig/builtinpluginconsts
 */
export function withLabels(data: Fields, labels: Fields, reach: Reach): Fields {
  const kind = textOf(data.kind) ?? '';
  let labelled = put(data, ['metadata', 'labels'], labels, true);
  if (reach === 'objects') return labelled;
  const template = templateOf(kind);
  if (template && template.length > 0) labelled = put(labelled, [...template, 'metadata', 'labels'], labels, true);
  if (kind === 'CronJob') labelled = put(labelled, ['spec', 'jobTemplate', 'metadata', 'labels'], labels, true);
  if (reach === 'templates') return labelled;
  for (const { path, create } of selectors.get(kind) ?? []) labelled = put(labelled, path, labels, create);
  return labelled;
}

export function withAnnotations(data: Fields, annotations: Fields): Fields {
  const kind = textOf(data.kind) ?? '';
  const template = templateOf(kind);
  let annotated = put(data, ['metadata', 'annotations'], annotations, true);
  if (template && template.length > 0)
    annotated = put(annotated, [...template, 'metadata', 'annotations'], annotations, true);
  if (kind !== 'CronJob') return annotated;
  return put(annotated, ['spec', 'jobTemplate', 'metadata', 'annotations'], annotations, true);
}

function put(data: Fields, path: readonly string[], pairs: Fields, create: boolean): Fields {
  if (Object.keys(pairs).length === 0) return data;
  const changed = changeAt(
    data,
    path,
    (value) => {
      if (value === undefined && !create) return undefined;
      const parts = Object.entries(pairs).map(
        ([key, text]): Part => ({ key, value: text, from: { container: pairs, key } }),
      );
      return { value: withFields(fieldsOf(value), parts) };
    },
    create,
  );
  return isFields(changed) ? changed : data;
}
