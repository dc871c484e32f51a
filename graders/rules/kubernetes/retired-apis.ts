/** A version of a kind that the API server no longer serves, or will stop serving. */
export interface RetiredApi {
  readonly apiVersion: string;
  readonly kind: string;
  /** Release that marked it as deprecated. */
  readonly deprecated: string;
  /** Release that removed it; undefined while it still works. */
  readonly removed?: string;
  /** What to use instead; undefined when nothing takes its place. */
  readonly successor?: string;
}

/**
 * Kinds that went, or are going, as a whole. Versions of a kind that lives on in another (`extensions/v1beta1` Deployment)
 * are refused by the schema, which knows where the kind is now.
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const retired: readonly RetiredApi[] = [
  { apiVersion: 'policy/v1beta1', kind: 'PodSecurityPolicy', deprecated: '1.21', removed: '1.25' },
  { apiVersion: 'extensions/v1beta1', kind: 'PodSecurityPolicy', deprecated: '1.10', removed: '1.16' },
  { apiVersion: 'v1', kind: 'Endpoints', deprecated: '1.33', successor: 'EndpointSlice (discovery.k8s.io/v1)' },
];

export function retiredApi(apiVersion: string, kind: string): RetiredApi | undefined {
  return retired.find((one) => one.apiVersion === apiVersion && one.kind === kind);
}
