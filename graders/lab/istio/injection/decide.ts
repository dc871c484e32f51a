import type { Labels } from '../../cluster/index.ts';

/** What the admission webhook looks at when a pod is created. */
export interface InjectionQuestion {
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  readonly podLabels: Labels;
  readonly podAnnotations: Labels;
  readonly hostNetwork: boolean;
  /** Revisions (and revision tags) that are installed; `default` alone unless told otherwise. */
  readonly revisions?: readonly string[];
  /** `enableNamespacesByDefault` of the injector. */
  readonly byDefault?: boolean;
}

/** The line of the precedence table that decided. */
export type InjectionReason =
  | 'system-namespace'
  | 'host-network'
  | 'namespace-disabled'
  | 'pod-disabled'
  | 'namespace-enabled'
  | 'namespace-revision'
  | 'pod-enabled'
  | 'pod-revision'
  | 'unknown-revision'
  | 'by-default'
  | 'nothing-asks';

export interface InjectionDecision {
  readonly injected: boolean;
  readonly reason: InjectionReason;
  /** Which control plane injects. */
  readonly revision?: string;
}

const never: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];
const injectKey = 'sidecar.istio.io/inject';
const revisionKey = 'istio.io/rev';

/**
 * Whether the webhook injects a sidecar into a pod that is being created. Which webhook is called is decided by labels
 * of the namespace and of the pod; the injector then still honours the older annotation and refuses some pods.
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export function decideInjection(question: InjectionQuestion): InjectionDecision {
  const called = webhookCalled(question);
  if (!called.injected) return called;
  if (question.hostNetwork) return no('host-network');
  if (never.includes(question.namespace)) return no('system-namespace');
  return legacyAnnotationSaysNo(question) ? no('pod-disabled') : called;
}

/** The label selectors of the webhooks that `istiod` registers, one set per revision. */
function webhookCalled(question: InjectionQuestion): InjectionDecision {
  const { namespaceLabels, podLabels, revisions = ['default'], byDefault = false } = question;
  const enablement = namespaceLabels['istio-injection'];
  const asked = podLabels[injectKey];
  if (enablement !== undefined && enablement !== 'enabled') return no('namespace-disabled');
  if (asked === 'false') return no('pod-disabled');
  if (enablement === 'enabled') return byRevision('namespace-enabled', 'default', revisions);
  const revision = namespaceLabels[revisionKey];
  if (revision !== undefined) return byRevision('namespace-revision', revision, revisions);
  const podRevision = podLabels[revisionKey];
  if (podRevision !== undefined) return byRevision('pod-revision', podRevision, revisions);
  if (asked === 'true') return byRevision('pod-enabled', 'default', revisions);
  return byDefault && asked === undefined ? byRevision('by-default', 'default', revisions) : no('nothing-asks');
}

/** The older annotation decides only where the label is absent, and cannot call a webhook that was not called. */
function legacyAnnotationSaysNo({ podLabels, podAnnotations }: InjectionQuestion): boolean {
  return podLabels[injectKey] === undefined && podAnnotations[injectKey] === 'false';
}

function byRevision(reason: InjectionReason, revision: string, installed: readonly string[]): InjectionDecision {
  return installed.includes(revision) ? by(reason, revision) : no('unknown-revision');
}

const no = (reason: InjectionReason): InjectionDecision => ({ injected: false, reason });
const by = (reason: InjectionReason, revision: string): InjectionDecision => ({ injected: true, reason, revision });
