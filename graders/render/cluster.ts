import type { WorldDescription } from '../ask.ts';
import type { Range, Span } from '../core/span.ts';
import type { Lang } from '../core/text.ts';
import type { RefusalDescription } from '../lab/request/index.ts';
import { rangesIn, type TextOf } from './places.ts';
import { sayFinding, sayHop } from './words.ts';

/** What `timonel cluster --format json` prints. */
export interface ClusterJson {
  readonly version: 1;
  readonly workloads: readonly WorkloadJson[];
  readonly services: readonly ServiceJson[];
  readonly refused: readonly RefusedJson[];
  readonly absent: readonly AbsentJson[];
}

/** What pods need and no file shows: it is taken to be there. */
export interface AbsentJson {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly path: string;
  readonly range: Range;
}

export interface WorkloadJson {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly wanted: number;
  readonly ready: number;
  readonly pods: readonly PodJson[];
}

export interface PodJson {
  readonly name: string;
  /** Absent while it waits for one. */
  readonly node?: string;
  readonly phase: string;
  readonly ready: boolean;
  /** The column STATUS of `kubectl get pods`, where it says more than the phase. */
  readonly reason?: string;
  /** Why it is not ready. */
  readonly message?: string;
  /** The file and the lines that made it so. */
  readonly path?: string;
  readonly range?: Range;
  /** Some process of it is not known, and taken to work. */
  readonly assumed?: true;
}

export interface ServiceJson {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly endpoints: readonly { readonly pod: string; readonly port: number; readonly ready: boolean }[];
  /** Why a port leads to nobody, or nobody listens where it leads. */
  readonly why?: string;
}

export interface RefusedJson {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** The admission plugin, `API`, or `istiod`. */
  readonly by: string;
  readonly message: string;
  readonly path: string;
  readonly range: Range;
}

export function clusterJson(described: WorldDescription, textOf: TextOf, lang: Lang): ClusterJson {
  const range = rangesIn(textOf);
  const place = (at: Span | undefined) => (at ? { path: at.path, range: range(at) } : {});
  return {
    version: 1,
    workloads: described.workloads.map(({ kind, namespace, name, wanted, ready, pods }) => ({
      kind,
      namespace,
      name,
      wanted,
      ready,
      pods: pods.map(({ name: pod, node, phase, ready: isReady, status, why, assumed }) => ({
        name: pod,
        ...(node !== undefined && { node }),
        phase,
        ready: isReady,
        ...(status !== phase && { reason: status }),
        ...(why.length > 0 && { message: why.map((hop) => sayHop(hop, lang)).join(' ') }),
        ...place(why.find(({ at }) => at)?.at),
        ...(assumed && { assumed }),
      })),
    })),
    services: described.services.map(({ namespace, name, type, endpoints, why }) => ({
      namespace,
      name,
      type,
      endpoints,
      ...(why.length > 0 && { why: why.map((hop) => sayHop(hop, lang)).join(' ') }),
    })),
    refused: described.refused.map((refusal) => {
      const { kind, namespace, name, by, at } = refusal;
      const who = { kind, ...(namespace !== undefined && { namespace }), name, by };
      return { ...who, message: sayRefusal(refusal, lang), path: at.path, range: range(at) };
    }),
    absent: described.absent.map(({ at, ...one }) => ({ ...one, path: at.path, range: range(at) })),
  };
}

/** Why an object or a pod was not admitted. */
export function sayRefusal({ says }: Pick<RefusalDescription, 'says'>, lang: Lang): string {
  if ('text' in says) return says.text[lang];
  return 'hop' in says ? sayHop(says.hop, lang) : sayFinding(says.finding, lang);
}
