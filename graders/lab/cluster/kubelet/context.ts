import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { StageState } from '../../image/index.ts';
import type { Budget } from '../../machine/index.ts';
import type { ImageProfile } from '../images.ts';
import type { PodState } from '../state.ts';

/** What ConfigMaps and Secrets were. Undefined where that is what they are now, null where nobody knows any more. */
export interface Past {
  /** When the container started: its environment stays as it was then. */
  atStart(kind: string, name: string): Resource | null | undefined;
  /** When the kubelet last looked after what is mounted. */
  atLastSync(kind: string, name: string): Resource | null | undefined;
}

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
  /** The cluster as it was a while ago; absent where the container starts now, and nothing has changed since. */
  readonly past?: Past;
  /** Which of the pods of its template it is in; absent where what it does is the same in all of them. */
  readonly pod?: Pick<PodState, 'name' | 'ip' | 'labels' | 'node'>;
  /** What all containers of the cluster share. */
  readonly budget: Budget;
}
