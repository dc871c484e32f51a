/**
 * One look of a HorizontalPodAutoscaler, with nothing remembered from before. Outcome: `replicas`, and `blind` when no
 * metric could be computed.
 */
export interface Params {
  /** File under `given/` with the HorizontalPodAutoscaler. */
  readonly file: string;
  /** Name of it, where the file has several. */
  readonly name?: string;
  /** CPU each pod uses, in thousandths of a core; null for a pod without measurements. */
  readonly usage: readonly [number | null, ...(number | null)[]];
  /** CPU each container requests, in thousandths; null for a container without a request. The first carries the usage. */
  readonly requests: readonly [number | null, ...(number | null)[]];
  /** How many of the pods, from the last, have not become ready yet. */
  readonly unready?: number;
}
