import type { Text } from '../../core/text.ts';
import type { DefaultPolicy } from '../../lab/linkerd/index.ts';

/** Which pods must have a proxy of Linkerd, and what must become of some calls, once the answer has been applied. */
export interface Params {
  /**
   * The world was already running, with Linkerd installed, when the answer was applied: the pods of the world keep the
   * proxy they have, or lack, unless the answer changes their pod template. Without it, everything is created at once.
   */
  readonly running?: boolean;
  /** `proxy.defaultInboundPolicy` of the installation; `all-unauthenticated` when omitted. */
  readonly defaultPolicy?: DefaultPolicy;
  readonly pods?: readonly MeshedPods[];
  readonly calls?: readonly LinkerdCallWanted[];
}

/** The pods of a workload, and whether they must have a proxy. */
export interface MeshedPods {
  /** `namespace/name`. */
  readonly workload: string;
  readonly meshed: boolean;
  /** Why, as the student reads it. */
  readonly because?: Text;
}

/** One call. */
export interface LinkerdCallWanted {
  /** Workload that sends it, as `namespace/workload`; `outside` beyond the cluster, `kubelet` for a probe. */
  readonly from: string;
  /** `http://web.tienda/` or `tcp://db.datos:5432`. */
  readonly to: string;
  /** `GET` when omitted. */
  readonly method?: string;
  readonly expect: LinkerdExpectation;
  /** Why, as the student reads it. */
  readonly because?: Text;
}

/** What must become of a call. Omitted expectations are not compared; it must always reach some pod. */
export interface LinkerdExpectation {
  /** Every connection is mTLS between two proxies, or none is. */
  readonly secured?: boolean;
  /** The proxies understand requests (`http`) or carry bytes (`tcp`). */
  readonly layer?: 'http' | 'tcp';
  /** Whether the policies of the receiver let it in. */
  readonly allowed?: boolean;
}
