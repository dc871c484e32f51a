import { type ClusterState, type PlainOutcome, plainRequest } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'connection',
  run({ files, from, to, lose }, given) {
    const { state } = givenWorld(given, files);
    const left = lose ? without(state, lose) : state;
    const { hops, outcome } = plainRequest(left, { url: to, ...(from !== undefined && { from }) });
    const ready = left.pods.filter((pod) => pod.ready).length;
    const waiting = left.pods.flatMap(({ containers }) => containers).find((one) => one.state === 'waiting')?.reason;
    return { hops, outcome: { ...told(outcome), ready, waiting: waiting ?? null } };
  },
});

function told({ status, refusal, destinations }: PlainOutcome) {
  const pods = destinations.reduce((sum, destination) => sum + destination.pods.length, 0);
  return { answered: destinations.length > 0, status: status ?? null, refusal: refusal ?? null, pods };
}

/** The cluster in the moment after some pods of a workload are lost. */
function without(state: ClusterState, { workload, pods }: NonNullable<Params['lose']>): ClusterState {
  const lost = new Set(state.pods.filter((pod) => pod.workload.name === workload).slice(0, pods));
  return { ...state, pods: state.pods.filter((pod) => !lost.has(pod)) };
}
