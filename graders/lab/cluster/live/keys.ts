/** Annotations that controllers and `kubectl` read and write. */
export const revisionKey = 'deployment.kubernetes.io/revision';
export const causeKey = 'kubernetes.io/change-cause';
export const lastAppliedKey = 'kubectl.kubernetes.io/last-applied-configuration';
