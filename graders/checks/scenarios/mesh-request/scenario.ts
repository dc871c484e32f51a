import { own } from '../../../core/own.ts';
import { openMesh, type RequestOutcome, send } from '../../../lab/istio/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'mesh-request',
  run({ files, to, ...request }, given) {
    const { state } = givenWorld(given, files);
    const { hops, outcome } = send(openMesh(state), { ...request, url: to });
    return { hops, outcome: told(outcome) };
  },
});

function told({ status, refusal, destinations }: RequestOutcome) {
  const most = [...destinations].sort((a, b) => b.share - a.share)[0];
  return {
    delivered: most !== undefined,
    status: status ?? null,
    refusal: refusal ?? null,
    tls: most?.tls ?? null,
    workload: most?.workload ?? null,
    share: shares(destinations),
  };
}

/** Percent of the traffic, with one decimal, by the version of the pods that get it. */
function shares(destinations: RequestOutcome['destinations']): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const { labels, workload, share } of destinations) {
    const key = labels.version ?? workload;
    parts[key] = Math.round(((own(parts, key) ?? 0) + share * 100) * 10) / 10;
  }
  return parts;
}
