import { fullHost, isHeadless, type PodState, portOf, type Service, selectedPods } from '../../cluster/index.ts';
import type { LinkerdMesh } from '../mesh.ts';
import type { CallAddress, LinkerdCall } from '../traffic/call.ts';
import { type Targets, targetsOf } from '../traffic/targets.ts';

interface Asking {
  readonly mesh: LinkerdMesh;
  readonly call: LinkerdCall;
  readonly client: PodState;
  readonly address: CallAddress;
}

/** The way of the requests for a backend. A port that its Service does not have is that of its pods. */
export function toward(
  { mesh: { state }, call, client, address }: Asking,
  { service, port }: { readonly service: Service; readonly port: number },
): Targets & { readonly host: string } {
  const host = fullHost(service);
  const who = { client, service, address: { ...address, port } };
  const way = (name: string) => targetsOf(state, { ...call, url: `http://${name}:${port}${address.path}` }, who);
  const routed = { routed: true, host } as const;
  if (isHeadless(service) || portOf(service, port)) return { ...way(host), ...routed };
  const pods = selectedPods(state, service).filter(({ ready, ip }) => ready && ip !== '');
  const ways = pods.map(({ ip }) => way(ip));
  const share = 1 / pods.length;
  const refusal = ways.length === 0 ? 'no-endpoints' : ways.find(({ targets }) => targets.length === 0)?.refusal;
  const lost = ways.filter(({ targets }) => targets.length === 0);
  return {
    ...who,
    ...routed,
    targets: ways.flatMap(({ targets }) => targets.map((one) => ({ ...one, share: one.share * share }))),
    losses: lost.length < ways.length ? lost.map((one) => ({ share, refusal: one.refusal ?? '' })) : [],
    hops: ways.flatMap(({ hops }) => hops),
    ...(refusal !== undefined && { refusal }),
  };
}
