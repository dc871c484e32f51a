import type { IPodSpec } from 'kubernetes-models/v1';
import { memo } from '../../core/memo.ts';
import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import { fieldSpan, type Manifests, type ObjectMeta, type Resource } from '../manifests/manifests.ts';
import type { LabelSelector } from './selectors.ts';
import { isObject, pairs } from './values.ts';

/** The pods a resource asks for: the template of a controller, or a Pod itself. */
export interface PodTemplate {
  readonly owner: Resource;
  /** Namespace where the pods run. */
  readonly namespace: string;
  /** Where the template stands in `owner.data`; empty for a Pod, which is its own template. */
  readonly path: readonly string[];
  readonly metadata: ObjectMeta;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: IPodSpec;
  /** What the owner selects its pods with, as written. CronJobs and Pods have none. */
  readonly selector: LabelSelector | undefined;
  /** The pod spec in its file. */
  readonly at: Span;
}

const apps = ['apps', 'extensions'];

/** Kinds that make pods, their groups and where they keep the template. */
const makers: Readonly<Record<string, { groups: readonly string[]; path: readonly string[] }>> = {
  Pod: { groups: [''], path: [] },
  ReplicationController: { groups: [''], path: ['spec', 'template'] },
  Deployment: { groups: apps, path: ['spec', 'template'] },
  ReplicaSet: { groups: apps, path: ['spec', 'template'] },
  StatefulSet: { groups: apps, path: ['spec', 'template'] },
  DaemonSet: { groups: apps, path: ['spec', 'template'] },
  Job: { groups: ['batch'], path: ['spec', 'template'] },
  CronJob: { groups: ['batch'], path: ['spec', 'jobTemplate', 'spec', 'template'] },
};

/**
 * The pod template of a Pod or of a built-in controller; undefined for any other kind, or without a pod spec. Read once:
 * dozens of rules ask for the pods of the same world.
 */
export const podTemplateOf: (owner: Resource) => PodTemplate | undefined = memo(readTemplate);

function readTemplate(owner: Resource): PodTemplate | undefined {
  const maker = own(makers, owner.kind);
  if (!maker?.groups.includes(owner.group)) return undefined;
  const { path } = maker;
  const template = follow(owner.data, path);
  const spec = follow(template, ['spec']);
  if (!isObject(template) || !isObject(spec)) return undefined;
  const metadata = (isObject(template.metadata) ? template.metadata : {}) as ObjectMeta;
  return {
    owner,
    namespace: owner.namespace ?? 'default',
    path,
    metadata,
    labels: Object.fromEntries(pairs(metadata.labels)),
    spec: spec as unknown as IPodSpec,
    selector: selectorOf(owner),
    at: fieldSpan(owner, ...path, 'spec'),
  };
}

/** The pod templates of a world, in file order. */
export function podTemplatesOf({ resources }: Manifests): readonly PodTemplate[] {
  return templatesOf(resources);
}

const templatesOf = memo((resources: readonly Resource[]): readonly PodTemplate[] => {
  const found: PodTemplate[] = [];
  for (const resource of resources) {
    const template = podTemplateOf(resource);
    if (template) found.push(template);
  }
  return found;
});

/** Whether a kind keeps its pods running as a service does, instead of letting them finish. */
export function isLongRunning({ owner }: PodTemplate): boolean {
  return owner.kind !== 'Job' && owner.kind !== 'CronJob';
}

function selectorOf(owner: Resource): LabelSelector | undefined {
  const selector = follow(owner.data, ['spec', 'selector']);
  if (!isObject(selector) || owner.kind === 'Pod') return undefined;
  return owner.kind === 'ReplicationController'
    ? { matchLabels: selector as Record<string, string> }
    : (selector as LabelSelector);
}

function follow(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) value = isObject(value) ? own(value, key) : undefined;
  return value;
}
