import { hopMessages } from '../../core/trace.ts';
import { sentences as access } from './access/sentences.ts';
import { sentences as admission } from './admission/sentences.ts';
import { sentences as ingress } from './ingress/sentences.ts';
import { sentences as kubelet } from './kubelet/sentences.ts';
import { sentences as network } from './network/sentences.ts';
import { sentences as nodes } from './nodes/sentences.ts';
import { sentences as rollout } from './rollout/sentences.ts';
import { sentences as schedule } from './schedule/sentences.ts';
import { sentences as service } from './service/sentences.ts';
import { sentences as why } from './why/sentences.ts';

/** What the parts of the simulated cluster say they decided. */
export const hops = hopMessages('cluster', {
  ...access,
  ...admission,
  ...ingress,
  ...kubelet,
  ...network,
  ...nodes,
  ...rollout,
  ...schedule,
  ...service,
  ...why,
});
