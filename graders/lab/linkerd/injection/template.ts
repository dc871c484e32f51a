import { has, own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';

/**
 * The pod template of a workload, so that two texts are the same exactly when applying one over the other creates no pod
 * again: in whatever order its keys are written, and without what the API writes itself when nobody does.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
 */
export function templateText(owner: Resource): string {
  const template = podTemplateOf(owner);
  return JSON.stringify({ metadata: sorted(template?.metadata ?? {}), spec: sorted(template?.spec ?? {}, defaults) });
}

type Defaults = Readonly<Record<string, unknown>>;

const defaults: Defaults = {
  dnsPolicy: 'ClusterFirst',
  enableServiceLinks: true,
  failureThreshold: 3,
  hostIPC: false,
  hostNetwork: false,
  hostPID: false,
  imagePullPolicy: 'IfNotPresent',
  periodSeconds: 10,
  protocol: 'TCP',
  readOnly: false,
  restartPolicy: 'Always',
  scheme: 'HTTP',
  schedulerName: 'default-scheduler',
  stdin: false,
  stdinOnce: false,
  successThreshold: 1,
  terminationGracePeriodSeconds: 30,
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  timeoutSeconds: 1,
  tty: false,
};

/** The same value whatever the order its keys were written in, without what says nothing. */
function sorted(value: unknown, unsaid: Defaults = {}): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, unsaid));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, sorted(inner, unsaid)] as const)
    .filter(([key, inner]) => !isEmpty(inner) && !(has(unsaid, key) && own(unsaid, key) === inner))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);
