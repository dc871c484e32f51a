import type { IContainer } from 'kubernetes-models/v1';

/** An init container that restarts is a sidecar: it stays beside the containers instead of ending before them. */
export const isSidecar = (container: IContainer): boolean => container.restartPolicy === 'Always';
