import type { Span } from '../../../core/span.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { object, pairs } from '../../../model/workloads/values.ts';
import type { PodState } from '../../cluster/index.ts';
import { annotationOf, annotationsOf, keys, podAnnotation } from '../annotations.ts';
import { decideInjection, type InjectionDecision } from './decide.ts';

/** What the injector decided about a pod of a cluster. */
export interface PodInjection extends InjectionDecision {
  /** The pod was created before the configuration that is in force now, and nothing has restarted it since. */
  readonly older: boolean;
  /** The decision would be another if the pod were created now. */
  readonly restartWouldChange: boolean;
  /** The line that decided. */
  readonly at: Span;
}

/** The Namespace object of each namespace that was written. */
export type Namespaces = (name: string) => Resource | undefined;

export function namespacesOf(resources: readonly Resource[]): Namespaces {
  const found = new Map<string, Resource>();
  for (const one of resources) if (one.kind === 'Namespace' && one.group === '') found.set(one.name, one);
  return (name) => found.get(name);
}

/**
 * What the injector decided when the pod was created.
 * @param now the namespaces as they are
 * @param then the namespaces as they were when the pod was created, for a pod that is older than a change to them
 */
export function injectionOf(pod: PodState, now: Namespaces, then?: Namespaces): PodInjection {
  const current = decide(pod, now(pod.namespace));
  const decided = then ? decide(pod, then(pod.namespace)) : current;
  const at = placeOf(decided, pod, (then ?? now)(pod.namespace));
  const restartWouldChange = current.injected !== decided.injected;
  return { ...decided, older: then !== undefined, restartWouldChange, at };
}

/** What the injector did to a pod that shows it, and whether it would do the same today. */
export function injectedOf(pod: PodState, now: Namespaces): PodInjection {
  const has = carriesProxy(pod);
  const without = {
    ...pod,
    containers: pod.containers.filter(isNotProxy),
    initContainers: pod.initContainers.filter(isNotProxy),
  };
  const current = decide(without, now(pod.namespace));
  const same = current.injected === has;
  const decided = same ? current : { ...current, injected: has };
  return { ...decided, older: !same, restartWouldChange: !same, at: placeOf(current, pod, now(pod.namespace)) };
}

const isNotProxy = ({ name }: { readonly name: string }): boolean => !name.startsWith('linkerd-');

function decide(pod: PodState, namespace: Resource | undefined): InjectionDecision {
  return decideInjection({
    namespace: pod.namespace,
    namespaceLabels: Object.fromEntries(pairs(object(namespace?.metadata.labels))),
    namespaceAnnotations: annotationsOf(namespace),
    podAnnotations: pod.annotations,
    hostNetwork: pod.spec?.hostNetwork === true,
    containers: [...pod.containers, ...pod.initContainers].map(({ name }) => name),
  });
}

function placeOf({ reason }: InjectionDecision, pod: PodState, namespace: Resource | undefined): Span {
  const path = podTemplateOf(pod.from)?.path ?? [];
  switch (reason) {
    case 'host-network':
      return fieldSpan(pod.from, ...path, 'spec', 'hostNetwork');
    case 'namespace-enabled':
    case 'namespace-disabled':
    case 'bad-namespace-value':
      return annotationOf(namespace, keys.inject)?.at ?? pod.at;
    case 'pod-enabled':
    case 'pod-disabled':
    case 'bad-pod-value':
      return podAnnotation(pod, keys.inject)?.at ?? pod.at;
    case 'webhook-not-called':
      return namespace ? fieldSpan(namespace, 'metadata', 'labels', keys.webhooks) : pod.at;
    default:
      return fieldSpan(pod.from, ...path, 'metadata');
  }
}

/**
 * Whether a proxy of Linkerd is written in the manifest itself, as `linkerd inject --manual` leaves it: a container with
 * its name that runs its image, be it that of the project, of a vendor or of a mirror; the init container that leads the
 * traffic of the pod through it, or waits for the CNI plugin to do so; and what it proves its identity with. A container
 * that is only called so is no proxy.
 * @see https://linkerd.io/2-edge/reference/cli/inject/
 */
export function carriesProxy(pod: PodState): boolean {
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  const proxy = [...containers, ...initContainers].find(
    ({ name, image = '' }) => name === 'linkerd-proxy' && proxyImage.test(image),
  );
  const led = initContainers.some(({ name }) => name === 'linkerd-init' || name === 'linkerd-network-validator');
  return led && (proxy?.env ?? []).some(({ name }) => name.startsWith('LINKERD2_PROXY_IDENTITY_'));
}

const proxyImage = /(?:^|\/)proxy(?:[:@]|$)/;
