import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { StageState } from '../../image/index.ts';
import type { Budget } from '../../machine/index.ts';
import type { ImageProfile } from '../images.ts';

/** What a process finds around it when it starts. */
export interface Surroundings {
  readonly container: IContainer;
  readonly spec: Partial<IPodSpec>;
  readonly image: ImageProfile;
  /** What its image begins with. */
  readonly unpacked: StageState;
  readonly namespace: string;
  /** Everything in the cluster: mounted ConfigMaps are read from it. */
  readonly resources: readonly Resource[];
  /** Whether what is not in it does not exist. */
  readonly closed: boolean;
  /** What all containers of the cluster share. */
  readonly budget: Budget;
}
