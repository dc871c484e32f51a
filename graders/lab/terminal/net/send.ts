import { at, fieldsOf, itemsOf } from '../../../core/fields.ts';
import type { PodView } from '../../cluster/index.ts';
import { hasLabels, podsAt } from '../../cluster/index.ts';
import type { Answers, Files } from '../../machine/index.ts';
import { request } from '../../request/index.ts';
import { stateNow } from '../desk/clusters.ts';
import {
  type Answered,
  type Desk,
  type JobDoes,
  type MeshProxy,
  type NamedCluster,
  type NoAnswer,
  noted,
  type Sent,
} from '../desk/desk.ts';
import type { DockerContainer } from '../desk/docker.ts';
import { withMounts } from '../desk/mounts.ts';
import { findsByName, isCalled } from '../desk/neighbours.ts';
import { jaeger } from '../observe/jaeger.ts';
import { prometheus, type Shown } from '../observe/prometheus.ts';
import { answerOf, proxyOf } from './answer.ts';
import { type ApiAnswer, askApi } from './api.ts';
import { filesOfPod, pageOf, statusOf } from './pages.ts';
import { productOf, softwareOf } from './software.ts';

/** A request as a client writes it. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `--resolve HOST:PORT:ADDRESS` and `/etc/hosts`. */
  readonly hosts?: readonly { readonly host: string; readonly port: number; readonly address: string }[];
  /** Who sends it: the learner's machine when omitted. */
  readonly from?: Origin;
}

/** A pod of a cluster, or a container of the learner's own Docker. */
export type Origin = { readonly context: string; readonly pod: string } | { readonly container: string };

interface Reached {
  readonly answer: Answered;
  readonly through?: string;
  /** What was shared out among the same destinations as this one. */
  readonly kind?: string;
  readonly seconds?: number;
  readonly proxy?: MeshProxy;
  /** What answers, on which of its ports and in which cluster. */
  readonly software?: string;
  readonly port?: number;
  readonly cluster?: NamedCluster;
  /** What was asked of whom answers, where somebody sent it on. */
  readonly url?: string;
}

/**
 * Sends a request and writes it down. From the learner's machine it gets to published ports of containers, to port-forwards,
 * to node ports and load balancers of clusters; from a pod, wherever the cluster and its mesh let it.
 */
export function send(desk: Desk, asked: Request): { readonly desk: Desk; readonly answer: Answered } {
  const reached = reach(desk, asked);
  const { through, kind, proxy, seconds = 0 } = reached;
  const shown = shownBy(desk, asked, reached);
  const answer = shown ? withShown(reached.answer, shown) : reached.answer;
  const sent: Sent = {
    at: desk.clock,
    method: asked.method,
    url: reached.url ?? asked.url,
    headers: asked.headers,
    from: nameOfOrigin(asked.from),
    ...(through !== undefined && { through }),
    ...(kind !== undefined && { kind }),
    ...(proxy && { proxy }),
    outcome: answer,
  };
  const after = { ...desk, clock: desk.clock + seconds, sent: [...desk.sent, sent] };
  return { desk: shown?.fact ? noted(after, shown.fact.did, shown.fact.data) : after, answer };
}

function reach(desk: Desk, asked: Request): Reached {
  if (!asked.from) return fromHere(desk, asked);
  return 'pod' in asked.from ? fromPod(desk, asked, asked.from) : fromNeighbour(desk, asked, asked.from.container);
}

function nameOfOrigin(from: Request['from']): string {
  if (!from) return 'local';
  return 'pod' in from ? `${from.context}/${from.pod}` : `docker:${from.container}`;
}

/** What Prometheus and Jaeger tell of a cluster, where one of them answered. */
function shownBy(desk: Desk, asked: Request, { answer, software = '', port, cluster }: Reached): Shown | undefined {
  if (!answer.ok || answer.because !== undefined || !cluster) return undefined;
  const console = consoles.get(`${software.replace(/:.*$/, '')} ${port}`);
  const path = targetOf(asked.url)?.path ?? '/';
  const [before = '', query = ''] = path.split('?');
  // A form may carry what a query string does.
  return console?.(desk, cluster, before, asked.method === 'POST' ? (asked.body ?? '') : query);
}

const consoles: ReadonlyMap<string, typeof prometheus> = new Map([
  ['prometheus 9090', prometheus],
  ['jaeger 16686', jaeger],
  ['all-in-one 16686', jaeger],
]);

function withShown(answer: Answered, { status, type, body, unknown }: Shown): Answered {
  if (!answer.ok) return answer;
  const headers = [['Content-Type', type] as const, ['Content-Length', String(body.length)] as const];
  return { ...answer, status, headers, body: unknown ? undefined : body, assumed: false };
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
  if (container) return { answer: fromContainer(desk, container, target.port, target, asked), through: 'address' };
  for (const cluster of desk.clusters.filter(({ stopped }) => !stopped)) {
    const reached = fromOutside(desk, cluster, asked, target, address);
    if (reached) return reached;
  }
  return outside(address);
}

/** The world outside, which is taken to answer. */
function outside(address: string): Reached {
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
  if (job) return { ...throughForward(desk, job.does, asked, target), through: 'port-forward' };
  const proxy = desk.jobs.find(({ does }) => does.kind === 'api-proxy' && does.local === target.port);
  if (proxy) return throughApi(desk, proxy.does, asked, target);
  const container = desk.docker.containers.find(
    ({ state, published }) =>
      state === 'running' && published.some(({ host, protocol }) => host === target.port && protocol === 'tcp'),
  );
  const onHost = desk.docker.containers.find(
    ({ state, networks, listens }) =>
      state === 'running' &&
      networks.includes('host') &&
      listens !== 'any' &&
      listens.some((one) => one.port === target.port),
  );
  if (!container && onHost)
    return {
      answer: fromContainer(desk, { ...onHost, listens: everywhere(onHost) }, target.port, target, asked),
      through: 'host-network',
    };
  const published = container?.published.find(({ host }) => host === target.port);
  if (container && published)
    return { answer: fromContainer(desk, container, published.container, target, asked), through: 'published-port' };
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

/** From inside a container: its own loopback, then those that share a network with it. */
function fromNeighbour(desk: Desk, asked: Request, id: string): Reached {
  const own = desk.docker.containers.find((one) => one.id === id);
  const target = targetOf(asked.url);
  if (!own || !target || own.networks.includes('none')) return { answer: none('unknown-host') };
  if (own.networks.includes('host')) return fromHere(desk, asked);
  const { host, port } = target;
  const at = (one: DockerContainer): Reached => ({ answer: refusing(fromContainer(desk, one, port, target, asked)) });
  if (isLocal(host)) return at({ ...own, listens: everywhere(own) });
  const near = desk.docker.containers.filter(
    ({ state, networks }) => state === 'running' && networks.some((one) => own.networks.includes(one)),
  );
  const found = near.find(({ ip }) => ip === host) ?? near.find((one) => isCalled(one, host) && findsByName(own, one));
  if (found) return { ...at(found), through: 'docker-network' };
  return outside(host);
}

/** Nothing stands between the two that would take the connection first. */
const refusing = (answer: Answered): Answered =>
  !answer.ok && answer.reason === 'reset' ? { ...answer, reason: 'refused' } : answer;

/** On the network of the machine, what listens on its loopback is reached from there. */
const everywhere = ({ listens }: DockerContainer): DockerContainer['listens'] =>
  listens === 'any' ? listens : listens.map((one) => ({ ...one, address: 'any' }));

/** `kubectl proxy`: the API server answers, or sends it on to a pod. */
function throughApi(desk: Desk, does: JobDoes, asked: Request, target: Target): Reached {
  const cluster = desk.clusters.find((one) => does.kind === 'api-proxy' && one.context === does.context);
  if (!cluster) return { answer: none('refused') };
  return { ...askedOfApi(desk, cluster, target.path, asked), through: 'api' };
}

/** A request that the API server of a cluster gets. @param path with its query */
export function askedOfApi(desk: Desk, cluster: NamedCluster, path: string, asked: Request): Reached {
  const found = askApi(desk, cluster, path);
  if ('pod' in found) {
    const { pod, port: remote, url } = found;
    const inner = targetOf(url);
    if (!inner) return { answer: none('empty') };
    const forward: JobDoes = {
      kind: 'port-forward',
      context: cluster.context,
      namespace: pod.pod.namespace,
      pod: pod.pod.name,
      local: 0,
      remote,
      address: '',
    };
    const reached = throughForward(desk, forward, asked, inner);
    if (reached.answer.ok) return { ...reached, url };
    const why = `error trying to reach service: dial tcp ${pod.pod.ip}:${remote}: connect: connection refused`;
    return { ...reached, url, answer: told({ status: 503, type: 'text/plain; charset=utf-8', body: why }, cluster) };
  }
  return { answer: told(found, cluster) };
}

const told = ({ status, type, body }: ApiAnswer, { context }: NamedCluster): Answered => ({
  ok: true,
  status,
  headers: [['Content-Type', type]],
  body,
  assumed: false,
  by: `${context}/api`,
});

function throughForward(desk: Desk, does: JobDoes, asked: Request, target: Target): Reached {
  if (does.kind !== 'port-forward') return { answer: none('refused') };
  const cluster = desk.clusters.find(({ context }) => context === does.context);
  const view =
    cluster &&
    podsAt(cluster.live, desk.clock).find(({ pod }) => pod.name === does.pod && pod.namespace === does.namespace);
  if (!cluster || !view || view.terminating) return { answer: none('reset', 'pod') };
  const entry = entryOf(cluster, view, does.remote);
  if (entry) return throughGateway(desk, cluster, asked, target, entry);
  return toOwnPort(cluster, view, does.remote, asked, target) ?? { answer: none('empty', 'port') };
}

/** What listens on a port inside of a pod, its loopback included; undefined where nothing does. */
function toOwnPort(
  cluster: NamedCluster,
  view: PodView,
  port: number,
  asked: Request,
  target: Target,
): Reached | undefined {
  const { containers, initContainers } = view.pod;
  const isAlone = containers.length === 1;
  const listening = [...containers, ...initContainers].find(({ name, listens, loopback = [], state }) => {
    const beside = isAlone && containers[0]?.name === name ? undefined : proxyPorts.get(name);
    const known = listens === 'any' ? (beside?.has(port) ?? true) : listens.includes(port) || loopback.includes(port);
    return state === 'running' && known;
  });
  if (!listening) return undefined;
  const { answers, assumed = false } = listening;
  const known = answers ? { paths: new Map(Object.entries(answers.paths)), otherwise: answers.otherwise } : undefined;
  const software = softwareOf(listening);
  const answering = {
    product: software,
    assumed: assumed || listening.listens === 'any',
    answers: known,
    by: nameOf(cluster, view),
    host: view.pod.name,
    files: filesOfPod(cluster, view, listening.name, software),
  };
  return { answer: answered(answering, target, asked), software, port, cluster };
}

/**
 * Where the proxy of a mesh listens, beside an application; one that stands alone listens where its gateway says.
 * @see https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
 * @see https://linkerd.io/2/reference/proxy-configuration/
 */
const proxyPorts: ReadonlyMap<string, ReadonlySet<number>> = new Map([
  ['istio-proxy', new Set([15_000, 15_001, 15_002, 15_004, 15_006, 15_008, 15_009, 15_020, 15_021, 15_053, 15_090])],
  ['linkerd-proxy', new Set([4140, 4143, 4190, 4191])],
]);

/** A pod that is nothing but a proxy of Istio is a gateway: the Service and its port that lead to a port of it. */
function entryOf(
  { live }: NamedCluster,
  { pod }: PodView,
  remote: number,
): { readonly host: string; readonly port: number } | undefined {
  if (!pod.containers.every(({ name }) => name === 'istio-proxy')) return undefined;
  for (const { kind, group, namespace, name, data } of live.resources) {
    if (kind !== 'Service' || group !== '' || namespace !== pod.namespace) continue;
    if (!hasLabels(fieldsOf(at(data, 'spec', 'selector')) as Readonly<Record<string, string>>, pod.labels)) continue;
    const port = itemsOf(at(data, 'spec', 'ports')).find((one) => (one.targetPort ?? one.port) === remote);
    if (port) return { host: `${name}.${namespace}`, port: Number(port.port) };
  }
  return undefined;
}

/** A request to a port of a gateway's pod, which is routed as one that comes to its Service from outside. */
function throughGateway(
  desk: Desk,
  cluster: NamedCluster,
  asked: Request,
  { scheme, host, path }: Target,
  entry: { readonly host: string; readonly port: number },
): Reached {
  const { outcome } = request(stateNow(desk, cluster), {
    from: 'outside',
    url: `${scheme}://${entry.host}:${entry.port}${path}`,
    method: asked.method,
    headers: { ...asked.headers, host: asked.headers.host ?? host },
    gateway: entry.host.split('.').reverse().join('/'),
  });
  return carried(desk, cluster, asked, path, outcome, 'gateway');
}

const nameOf = ({ context }: NamedCluster, { pod }: PodView): string => `${context}/${pod.namespace}/${pod.name}`;

/** A port of a container, from outside it. A process that listens on its own loopback takes nothing that comes from there. */
function fromContainer(desk: Desk, container: DockerContainer, port: number, target: Target, asked: Request): Answered {
  const { listens } = container;
  const socket = listens === 'any' ? undefined : listens.find((one) => one.port === port);
  if (listens !== 'any' && socket?.address !== 'any') return none('reset', socket ? 'loopback' : 'port');
  const known = {
    product: container.product ?? productOf(container.reference),
    assumed: container.assumed || listens === 'any',
    answers: container.answers,
    by: `docker:${container.name}`,
    host: container.id.slice(0, 12),
    files: container.machine && withMounts(container.machine.files, container, desk),
  };
  return answered(known, target, asked);
}

interface Answering {
  readonly product: string | undefined;
  readonly assumed: boolean;
  readonly answers: Answers | undefined;
  readonly by: string;
  readonly host: string;
  /** What it sees, where that is not what its image has. */
  readonly files: Files | undefined;
}

function answered(
  { product, assumed, answers, by, host, files }: Answering,
  { scheme, path }: Target,
  { method }: Request,
): Answered {
  if (scheme === 'https') return none('tls');
  const page = path.replace(/\?.*$/, '');
  const started = answers && (answers.paths.get(page) ?? answers.otherwise);
  // What is mounted may have changed since the server was started.
  const decided = statusOf(product, files, page) ?? started;
  const status = decided ?? 200;
  const known = method === 'GET' || method === 'HEAD' ? pageOf(product, files, status, host, page) : undefined;
  const headers: (readonly [string, string])[] = [
    ...(known?.server === undefined ? [] : [['Server', known.server] as const]),
    ...(known ? [['Content-Type', known.type] as const, ['Content-Length', String(known.body.length)] as const] : []),
  ];
  return {
    ok: true,
    status,
    headers,
    body: method === 'HEAD' ? '' : known?.body,
    assumed: assumed || decided === undefined,
    by,
  };
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
  const { outcome } = request(state, {
    from: 'outside',
    url,
    method: asked.method,
    headers: { ...asked.headers, ...(target.host !== address && { host: asked.headers.host ?? target.host }) },
  });
  const through = isNode ? 'node-port' : 'load-balancer';
  const proxy = outcome.gateway === undefined ? undefined : 'gateway';
  return { ...carried(desk, cluster, asked, target.path, outcome, proxy), through };
}

/** From inside a pod, with whatever mesh its cluster has. */
function fromPod(
  desk: Desk,
  asked: Request,
  { context, pod }: { readonly context: string; readonly pod: string },
): Reached {
  const cluster = desk.clusters.find((one) => one.context === context);
  if (!cluster) return { answer: none('unknown-host') };
  const view = podsAt(cluster.live, desk.clock).find((one) => `${one.pod.namespace}/${one.pod.name}` === pod);
  const target = targetOf(asked.url);
  // A proxy beside it takes nothing that goes to the pod's own loopback.
  if (view && target && isLocal(target.host))
    return toOwnPort(cluster, view, target.port, asked, target) ?? { answer: none('refused') };
  const url = /^[a-z]+:\/\//.test(asked.url) ? asked.url : `http://${asked.url}`;
  const { method, headers } = asked;
  const { outcome } = request(stateNow(desk, cluster), { from: pod, url, method, headers });
  const path = target?.path ?? '/';
  return { ...carried(desk, cluster, asked, path, outcome, proxyOf(view)), through: 'cluster' };
}

function carried(
  { clock, sent }: Desk,
  cluster: NamedCluster,
  { method }: Request,
  path: string,
  outcome: ReturnType<typeof request>['outcome'],
  proxy: MeshProxy | undefined,
) {
  const before = sent.map((one) => one.kind);
  return { ...answerOf({ cluster, clock, outcome, method, path, proxy, before }), ...(proxy && { proxy }), cluster };
}
