import type { LiveCluster } from '../../cluster/index.ts';
import type { Files } from '../../machine/index.ts';
import type { Docker } from './docker.ts';

/**
 * All that a learner's desk has: the files of the project, a Docker Engine, clusters, and what was done so far. Immutable:
 * every command makes another one, so that a session is undone by going back to an earlier value, and the same commands
 * always give the same desk.
 */
export interface Desk {
  /** Simulated seconds since the session began. Only commands move it. */
  readonly clock: number;
  /** Things that got an identifier so far. */
  readonly made: number;
  /** The learner's files, with absolute paths; the project is in `home`. */
  readonly files: Files;
  readonly docker: Docker;
  readonly clusters: readonly NamedCluster[];
  readonly kube: Kubeconfig;
  readonly helm: Helm;
  /** What goes on in the background: `kubectl port-forward … &`, `kubectl proxy &`. */
  readonly jobs: readonly Job[];
  /** Every request that was sent and what became of it, the oldest first. */
  readonly sent: readonly Sent[];
  /** What commands did, the oldest first: checks ask it for order and for verification. */
  readonly facts: readonly Fact[];
}

/** Where a learner's project is. */
export const home = '/home/alumno/proyecto';

/** A cluster that `kind` or `minikube` made, or that an exercise gives. */
export interface NamedCluster {
  /** As its provider calls it: `kind`, `minikube`. */
  readonly name: string;
  readonly provider: 'kind' | 'minikube' | 'given';
  /** The entry of the kubeconfig: `kind-kind`, `minikube`. */
  readonly context: string;
  readonly live: LiveCluster;
  /** Ports of the learner's machine that lead to ports of its nodes: `extraPortMappings` of kind. */
  readonly ports?: readonly { readonly host: number; readonly node: number }[];
  /** What its applications send each other all the time: programs that look at traffic see it. */
  readonly traffic?: readonly Flow[];
  /** What its applications do with each request they get. */
  readonly services?: readonly Service[];
  /** What somebody has changed inside of containers of its pods. */
  readonly inside?: ReadonlyMap<string, Files>;
  /** Its machines are switched off. */
  readonly stopped?: true;
  /** Addresses that Services of type LoadBalancer got: `minikube tunnel`, `cloud-provider-kind`. */
  readonly addresses?: readonly { readonly address: string; readonly namespace: string; readonly service: string }[];
}

/** What an application does with a request: a fact of its world. */
export interface Service {
  /** `namespace/workload`. */
  readonly workload: string;
  /** URLs it calls for each request it gets, in order. */
  readonly calls: readonly string[];
  /** It copies the trace headers of the request to those calls. */
  readonly forwards: boolean;
}

/** Requests that an application sends again and again. */
export interface Flow {
  /** `namespace/workload`, or `outside`. */
  readonly from: string;
  readonly url: string;
}

/** The file that `kubectl`, `helm`, `istioctl` and `linkerd` read, as far as it matters. */
export interface Kubeconfig {
  readonly current?: string;
  readonly contexts: readonly KubeContext[];
}

export interface KubeContext {
  readonly name: string;
  readonly cluster: string;
  readonly user: string;
  readonly namespace?: string;
}

/** What Helm keeps on the learner's machine; its releases are in the clusters. */
export interface Helm {
  readonly repos: readonly { readonly name: string; readonly url: string }[];
}

/** Something that goes on while other commands run. */
export interface Job {
  /** As `jobs` and `kill %1` number it. */
  readonly number: number;
  readonly pid: number;
  /** The command line. */
  readonly command: string;
  readonly does: JobDoes;
}

/** What a background job is good for. */
export type JobDoes =
  /** A local port leads to a pod, or to whichever pod of a Service was chosen when it began. */
  | {
      readonly kind: 'port-forward';
      readonly context: string;
      readonly namespace: string;
      readonly pod: string;
      readonly local: number;
      readonly remote: number;
      readonly address: string;
    }
  /** A local port leads to the API of a cluster: `kubectl proxy`. */
  | { readonly kind: 'api-proxy'; readonly context: string; readonly local: number }
  /** It prints what happens, and changes nothing. */
  | { readonly kind: 'watch' }
  /** It only takes time. */
  | { readonly kind: 'sleep'; readonly until: number };

/** Envoy of a sidecar, Envoy of a gateway, Linkerd's. */
export type MeshProxy = 'sidecar' | 'gateway' | 'linkerd';

/** A request and what became of it. */
export interface Sent {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Who sent it: the learner's machine, a container (`docker:NAME`) or a pod (`CONTEXT/NAMESPACE/POD`). */
  readonly from: string;
  /** How it left the learner's machine: a published port, a port-forward, a node port, an ingress. */
  readonly through?: string;
  /** What tells apart requests that a mesh shares out among several destinations: each of a kind takes its turn. */
  readonly kind?: string;
  /** Whose proxy sent it on: that of a sidecar, a gateway. */
  readonly proxy?: MeshProxy;
  readonly outcome: Answered;
}

/** What a client gets: an answer, or the reason why there is none. */
export type Answered =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      /** Undefined where nobody can tell what the program answers. */
      readonly body: string | undefined;
      /** The process is not known: that it answers, and how, is only taken to be so. */
      readonly assumed: boolean;
      /** Whom it reached: a container (`docker:NAME`), a pod or a workload (`CONTEXT/NAMESPACE/NAME`). */
      readonly by: string;
      /** Why a proxy answers in the place of an application. */
      readonly because?: string;
    }
  | { readonly ok: false; readonly reason: NoAnswer; readonly because?: string };

export type NoAnswer = 'unknown-host' | 'refused' | 'timeout' | 'reset' | 'empty' | 'tls';

/**
 * Something that a command did, for whoever asks afterwards: `image.built`, `container.started`, `object.created`,
 * `mesh.checked`. Names and data are the tool's own; its README section lists them.
 */
export interface Fact {
  readonly at: number;
  readonly did: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** A desk on which a fact has been written down. */
export function noted(desk: Desk, did: string, data: Fact['data'] = {}): Desk {
  return { ...desk, facts: [...desk.facts, { at: desk.clock, did, data }] };
}

/** A desk after some simulated seconds. */
export function later(desk: Desk, seconds: number): Desk {
  return { ...desk, clock: desk.clock + seconds };
}
