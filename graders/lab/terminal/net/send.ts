import type { PodView } from '../../cluster/index.ts';
import { podsAt } from '../../cluster/index.ts';
import type { Answers } from '../../machine/index.ts';
import { request } from '../../request/index.ts';
import { stateNow } from '../desk/clusters.ts';
import type { Answered, Desk, Job, NamedCluster, NoAnswer, Sent } from '../desk/desk.ts';
import type { DockerContainer } from '../desk/docker.ts';
import { bodyOf } from './bodies.ts';

/** A request as a client writes it. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `--resolve HOST:PORT:ADDRESS` and `/etc/hosts`. */
  readonly hosts?: readonly { readonly host: string; readonly port: number; readonly address: string }[];
  /** Who sends it: the learner's machine when omitted. */
  readonly from?: { readonly context: string; readonly pod: string };
}

interface Reached {
  readonly answer: Answered;
  readonly through?: string;
}

/**
 * Sends a request and writes it down. From the learner's machine it gets to published ports of containers, to port-forwards,
 * to node ports and load balancers of clusters; from a pod, wherever the cluster and its mesh let it.
 */
export function send(desk: Desk, asked: Request): { readonly desk: Desk; readonly answer: Answered } {
  const { answer, through } = asked.from ? fromPod(desk, asked, asked.from) : fromHere(desk, asked);
  const sent: Sent = {
    at: desk.clock,
    method: asked.method,
    url: asked.url,
    headers: asked.headers,
    from: asked.from ? `${asked.from.context}/${asked.from.pod}` : 'local',
    ...(through !== undefined && { through }),
    outcome: answer,
  };
  return { desk: { ...desk, sent: [...desk.sent, sent] }, answer };
}

const none = (reason: NoAnswer, because?: string): Answered => ({
  ok: false,
  reason,
  ...(because !== undefined && { because }),
});

export interface Target {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** The parts of a URL as `curl` reads them; undefined for what is none. */
export function targetOf(url: string): Target | undefined {
  const match =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^@/]*@)?(\[[^\]]+\]|[^/:?#]+)(?::(\d{1,5}))?([/?][^#]*)?(?:#.*)?$/i.exec(url);
  if (!match) return undefined;
  const [, scheme = 'http', host = '', port, path = '/'] = match;
  const usual = scheme.toLowerCase() === 'https' ? 443 : 80;
  return {
    scheme: scheme.toLowerCase(),
    host,
    port: port === undefined ? usual : Number(port),
    path: path.startsWith('?') ? `/${path}` : path,
  };
}

const isLocal = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?)$/i.test(host);

function fromHere(desk: Desk, asked: Request): Reached {
  const target = targetOf(asked.url);
  if (!target) return { answer: none('unknown-host') };
  const named = asked.hosts?.find(({ host, port }) => host === target.host && port === target.port);
  const address = named?.address ?? target.host;
  if (isLocal(address)) return atLocalPort(desk, asked, target);
  const container = desk.docker.containers.find(({ ip, state }) => ip !== '' && ip === address && state === 'running');
  if (container) return { answer: fromContainer(container, target.port, target, asked), through: 'address' };
  for (const cluster of desk.clusters) {
    const reached = fromOutside(desk, cluster, asked, target, address);
    if (reached) return reached;
  }
  if (/^[\d.]+$/.test(address)) return { answer: none('timeout') };
  if (!address.includes('.') || /\.(?:local|internal|test|example)$/.test(address))
    return { answer: none('unknown-host') };
  return {
    answer: { ok: true, status: 200, headers: [], body: undefined, assumed: true, by: address },
    through: 'internet',
  };
}

/** What listens on a port of the learner's machine: a port-forward, a published port, a port that `kind` maps. */
function atLocalPort(desk: Desk, asked: Request, target: Target): Reached {
  const job = desk.jobs.find(({ does }) => does.kind === 'port-forward' && does.local === target.port);
  if (job) return { answer: throughForward(desk, job, asked, target), through: 'port-forward' };
  const container = desk.docker.containers.find(
    ({ state, published }) =>
      state === 'running' && published.some(({ host, protocol }) => host === target.port && protocol === 'tcp'),
  );
  const published = container?.published.find(({ host }) => host === target.port);
  if (container && published)
    return { answer: fromContainer(container, published.container, target, asked), through: 'published-port' };
  for (const cluster of desk.clusters) {
    const mapped = cluster.ports?.find(({ host }) => host === target.port);
    const [node] = mapped ? stateNow(desk, cluster).nodes : [];
    if (mapped && node)
      return (
        fromOutside(desk, cluster, asked, { ...target, host: node.ip, port: mapped.node }, node.ip) ?? {
          answer: none('reset'),
        }
      );
  }
  return { answer: none('refused') };
}

function throughForward(desk: Desk, { does }: Job, asked: Request, target: Target): Answered {
  if (does.kind !== 'port-forward') return none('refused');
  const cluster = desk.clusters.find(({ context }) => context === does.context);
  const view =
    cluster &&
    podsAt(cluster.live, desk.clock).find(({ pod }) => pod.name === does.pod && pod.namespace === does.namespace);
  if (!cluster || !view || view.terminating) return none('reset', 'pod');
  const listening = [...view.pod.containers, ...view.pod.initContainers].find(
    ({ listens, loopback = [], state }) =>
      state === 'running' && (listens === 'any' || listens.includes(does.remote) || loopback.includes(does.remote)),
  );
  if (!listening) return none('empty', 'port');
  const { answers, assumed = false } = listening;
  const known = answers ? { paths: new Map(Object.entries(answers.paths)), otherwise: answers.otherwise } : undefined;
  return answered(
    {
      product: softwareOf(listening),
      assumed: assumed || listening.listens === 'any',
      answers: known,
      by: nameOf(cluster, view),
      host: view.pod.name,
    },
    target,
    asked,
  );
}

const nameOf = ({ context }: NamedCluster, { pod }: PodView): string => `${context}/${pod.namespace}/${pod.name}`;

/** `nginx:1.29` of `docker.io/library/nginx:1.29`: the name, and the tag where what it answers depends on it. */
const productOf = (image: string): string => image.replace(/@.*$/, '').split('/').at(-1) ?? '';

/** What the machine knows of a container, or what its image is called; with the tag where both say the same name. */
function softwareOf({ product, image }: { readonly product?: string; readonly image: string }): string {
  const named = productOf(image);
  return product === undefined || named.startsWith(`${product}:`) ? named : product;
}

/** A port of a container, from outside it. A process that listens on its own loopback takes nothing that comes from there. */
function fromContainer(container: DockerContainer, port: number, target: Target, asked: Request): Answered {
  const { listens } = container;
  const socket = listens === 'any' ? undefined : listens.find((one) => one.port === port);
  if (listens !== 'any' && socket?.address !== 'any') return none('reset', socket ? 'loopback' : 'port');
  const known = {
    product: container.product ?? productOf(container.reference),
    assumed: container.assumed || listens === 'any',
    answers: container.answers,
    by: `docker:${container.name}`,
    host: container.id.slice(0, 12),
  };
  return answered(known, target, asked);
}

interface Answering {
  readonly product: string | undefined;
  readonly assumed: boolean;
  readonly answers: Answers | undefined;
  readonly by: string;
  readonly host: string;
}

function answered(
  { product, assumed, answers, by, host }: Answering,
  { scheme, path }: Target,
  { method }: Request,
): Answered {
  if (scheme === 'https') return none('tls');
  const status = answers ? (answers.paths.get(path.replace(/\?.*$/, '')) ?? answers.otherwise) : 200;
  const known = method === 'GET' || method === 'HEAD' ? bodyOf(product, status, host) : undefined;
  const headers: (readonly [string, string])[] = [
    ...(known?.server === undefined ? [] : [['Server', known.server] as const]),
    ...(known ? [['Content-Type', known.type] as const, ['Content-Length', String(known.body.length)] as const] : []),
  ];
  return { ok: true, status, headers, body: method === 'HEAD' ? '' : known?.body, assumed: assumed || !answers, by };
}

/** From outside a cluster: node ports, load balancers, an Ingress, a gateway of a mesh. */
function fromOutside(
  desk: Desk,
  cluster: NamedCluster,
  asked: Request,
  target: Target,
  address: string,
): Reached | undefined {
  const state = stateNow(desk, cluster);
  const isNode = state.nodes.some(({ ip, name }) => ip === address || name === address);
  const balanced = cluster.addresses?.find((one) => one.address === address);
  if (!isNode && !balanced) return undefined;
  const host = balanced ? `${balanced.service}.${balanced.namespace}` : address;
  const url = `${target.scheme}://${host}:${target.port}${target.path}`;
  const trace = request(state, {
    from: 'outside',
    url,
    method: asked.method,
    headers: { ...asked.headers, ...(target.host !== address && { host: target.host }) },
  });
  return {
    answer: outcomeOf(cluster, desk.clock, trace.outcome, asked),
    through: isNode ? 'node-port' : 'load-balancer',
  };
}

/** From inside a pod, with whatever mesh its cluster has. */
function fromPod(
  desk: Desk,
  asked: Request,
  { context, pod }: { readonly context: string; readonly pod: string },
): Reached {
  const cluster = desk.clusters.find((one) => one.context === context);
  if (!cluster) return { answer: none('unknown-host') };
  const url = /^[a-z]+:\/\//.test(asked.url) ? asked.url : `http://${asked.url}`;
  const trace = request(stateNow(desk, cluster), { from: pod, url, method: asked.method, headers: asked.headers });
  return { answer: outcomeOf(cluster, desk.clock, trace.outcome, asked), through: 'cluster' };
}

type Outcome = ReturnType<typeof request>['outcome'];

interface Behind {
  readonly workload: string;
  readonly namespace: string;
}

/** A pod of the workload that answers. */
function podBehind(live: NamedCluster['live'], clock: number, { workload, namespace }: Behind): PodView | undefined {
  const of = podsAt(live, clock).filter(({ pod }) => pod.namespace === namespace && pod.workload.name === workload);
  return of.find(({ pod, terminating }) => pod.ready && !terminating) ?? of[0];
}

/** The software that answers: as the machine knows it, or as its image is called. */
function productBehind(live: NamedCluster['live'], clock: number, behind: Behind): string {
  const containers = podBehind(live, clock, behind)?.pod.containers ?? [];
  const serving = containers.find(
    ({ product, listens }) => product !== undefined || listens === 'any' || listens.length > 0,
  );
  return serving ? softwareOf(serving) : behind.workload;
}

/** An outcome of a cluster as a client sees it; of several destinations the likeliest. */
function outcomeOf({ context, live }: NamedCluster, clock: number, outcome: Outcome, { method }: Request): Answered {
  const [destination] = [...(outcome.destinations ?? [])].sort((a, b) => b.share - a.share);
  const by = destination ? `${context}/${destination.namespace}/${destination.workload}` : context;
  if (outcome.status !== undefined) {
    const known =
      method === 'GET' && outcome.status === 200 && destination
        ? bodyOf(
            productBehind(live, clock, destination),
            200,
            podBehind(live, clock, destination)?.pod.name ?? destination.workload,
          )
        : undefined;
    return { ok: true, status: outcome.status, headers: [], body: known?.body, assumed: outcome.assumed === true, by };
  }
  if (outcome.refusal === undefined) return { ok: true, status: 200, headers: [], body: undefined, assumed: true, by };
  const because = outcome.refusal;
  switch (outcome.refusal) {
    case 'unknown-host':
    case 'dns-blocked':
      return none('unknown-host', because);
    case 'blocked-by-network-policy':
      return none('timeout', because);
    case 'plaintext-refused':
      return none('reset', because);
    default:
      return none('refused', because);
  }
}
