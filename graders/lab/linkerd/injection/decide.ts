import type { Labels } from '../../cluster/index.ts';
import { keys } from '../annotations.ts';

/** What the proxy injector looks at when a pod is created. */
export interface InjectionQuestion {
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  readonly namespaceAnnotations: Labels;
  readonly podAnnotations: Labels;
  readonly hostNetwork: boolean;
  /** Names of the containers and init containers the pod already has. */
  readonly containers: readonly string[];
}

/** Why a pod gets a proxy, or why it does not. */
export type InjectionReason =
  | 'namespace-enabled'
  | 'pod-enabled'
  | 'webhook-not-called'
  | 'host-network'
  | 'already-has-proxy'
  | 'bad-namespace-value'
  | 'bad-pod-value'
  | 'pod-disabled'
  | 'namespace-disabled'
  | 'nothing-asks';

export interface InjectionDecision {
  readonly injected: boolean;
  /** What decided: of several reasons against, the first the injector looks at. */
  readonly reason: InjectionReason;
  /** Every reason against. */
  readonly against: readonly InjectionReason[];
  /** `ingress`: the proxy routes by the header `l5d-dst-override` instead of by address. */
  readonly mode?: 'enabled' | 'ingress';
}

/** Namespaces the webhook is not registered for. */
const excluded: readonly string[] = ['kube-system', 'cert-manager'];
/** Containers of Linkerd and Istio that say a pod already has a proxy. */
const proxies: readonly string[] = ['linkerd-proxy', 'linkerd-init', 'istio-proxy', 'istio-init'];
const asks: readonly string[] = ['enabled', 'ingress'];
const understood: readonly string[] = [...asks, 'disabled', ''];

/**
 * Whether the webhook adds a proxy to a pod that is being created. Labels of the namespace decide whether it is called;
 * then the injector looks at the network of the pod, at the containers it has, and at the annotation on the pod and on
 * the namespace. A value nobody understands at either level means no.
 * @see https://linkerd.io/2-edge/features/proxy-injection/
 * @see https://github.com/linkerd/linkerd2/blob/main/pkg/inject/report.go (the truth table)
 */
export function decideInjection(question: InjectionQuestion): InjectionDecision {
  const { namespace, namespaceLabels, hostNetwork, containers } = question;
  if (excluded.includes(namespace) || namespaceLabels[keys.webhooks] === 'disabled') return no(['webhook-not-called']);
  const byAnnotation = annotationReason(question);
  const favorable = byAnnotation === 'namespace-enabled' || byAnnotation === 'pod-enabled';
  const against: InjectionReason[] = [
    ...(hostNetwork ? (['host-network'] as const) : []),
    ...(containers.some((name) => proxies.includes(name)) ? (['already-has-proxy'] as const) : []),
    ...(favorable ? [] : [byAnnotation]),
  ];
  if (against.length > 0) return no(against);
  return { injected: true, reason: byAnnotation, against, mode: modeOf(question) };
}

function annotationReason({ namespaceAnnotations, podAnnotations }: InjectionQuestion): InjectionReason {
  const namespace = namespaceAnnotations[keys.inject] ?? '';
  const pod = podAnnotations[keys.inject] ?? '';
  if (!understood.includes(namespace)) return 'bad-namespace-value';
  if (!understood.includes(pod)) return 'bad-pod-value';
  if (pod === 'disabled') return 'pod-disabled';
  if (asks.includes(pod)) return 'pod-enabled';
  if (asks.includes(namespace)) return 'namespace-enabled';
  return namespace === 'disabled' ? 'namespace-disabled' : 'nothing-asks';
}

/** The annotation of the pod says how its proxy works, else the one of its namespace. */
function modeOf({ namespaceAnnotations, podAnnotations }: InjectionQuestion): 'enabled' | 'ingress' {
  return (podAnnotations[keys.inject] || namespaceAnnotations[keys.inject]) === 'ingress' ? 'ingress' : 'enabled';
}

const no = (against: readonly InjectionReason[]): InjectionDecision => ({
  injected: false,
  reason: against[0] ?? 'nothing-asks',
  against,
});
