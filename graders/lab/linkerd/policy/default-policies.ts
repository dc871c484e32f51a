/**
 * What a port does with clients nobody has decided about.
 * @see https://linkerd.io/2-edge/reference/authorization-policy/#default-policies
 */
export const defaultPolicies = [
  'all-unauthenticated',
  'all-authenticated',
  'cluster-unauthenticated',
  'cluster-authenticated',
  'deny',
  'audit',
] as const;

export type DefaultPolicy = (typeof defaultPolicies)[number];
