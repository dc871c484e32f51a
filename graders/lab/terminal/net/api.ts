import { fieldsOf } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';
import { hasLabels, type LiveCluster, type PodView, podsAt, portOf, type Service, until } from '../../cluster/index.ts';
import type { Desk, NamedCluster } from '../desk/desk.ts';
import { type Item, itemsIn } from '../kubectl/items.ts';
import { apiVersionOf, builtIn, type KindInfo, kindsOf } from '../kubectl/kinds.ts';
import { release } from '../kubectl/release.ts';

/** What the API server answers to a `GET`. */
export interface ApiAnswer {
  readonly status: number;
  readonly type: string;
  /** Undefined where nobody here can tell. */
  readonly body: string | undefined;
}

/** Where a request goes that the API server passes on: a port of a pod, and the path there. */
export interface PassedOn {
  readonly pod: PodView;
  readonly port: number;
  /** As somebody in the cluster would ask it: `http://web.shop:80/path`. */
  readonly url: string;
}

const json = (value: unknown, status = 200): ApiAnswer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(value, null, 2)}\n`,
});
const plain = (body: string | undefined): ApiAnswer => ({ status: 200, type: 'text/plain; charset=utf-8', body });

/** @see https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/errors/errors.go */
const failure = (code: number, reason: string, message: string, details: object): ApiAnswer =>
  json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code }, code);

/**
 * A `GET` of the API of a cluster, as `kubectl proxy` passes it on and `kubectl get --raw` sends it: objects and lists of them, the
 * version, its health, and what lies behind the `proxy` of a pod or a Service.
 * @param path with its query
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/
 */
export function askApi(desk: Desk, cluster: NamedCluster, path: string): ApiAnswer | PassedOn {
  const live = until(cluster.live, desk.clock);
  const [place = '', query = ''] = path.split(/\?(.*)/s);
  if (/^\/(?:healthz|livez|readyz)\/?$/.test(place)) return plain('ok');
  if (place === '/version' || place === '/version/') return json(version());
  const asked = readPath(live, place);
  if (!asked) return /^\/(?:$|api|openapi|metrics|logs)/.test(place) ? { ...json({}), body: undefined } : notThere();
  const { kind, namespace, name, rest } = asked;
  if (name === undefined) return listOf(live, kind, namespace, query);
  if (rest[0] === 'proxy')
    return behind(live, kind, namespace, name, `/${rest.slice(1).join('/')}${query && `?${query}`}`);
  const [item] = itemsIn(live, kind, namespace, name);
  if (!item)
    return failure(404, 'NotFound', `${kind.plural}${kind.group && `.${kind.group}`} "${name}" not found`, {
      name,
      ...(kind.group && { group: kind.group }),
      kind: kind.plural,
    });
  return rest.length === 0 || rest[0] === 'status' ? json(whole(item)) : { ...json({}), body: undefined };
}

const notThere = (): ApiAnswer => ({ status: 404, type: 'text/plain; charset=utf-8', body: '404 page not found\n' });

function version() {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(release) ?? [];
  return { major, minor, gitVersion: release, compiler: 'gc', platform: 'linux/amd64' };
}

interface Place {
  readonly kind: KindInfo;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly rest: readonly string[];
}

/** `/api/v1/namespaces/NS/pods/NAME/…`, `/apis/apps/v1/deployments`. */
function readPath(live: LiveCluster, place: string): Place | undefined {
  const words = place.split('/').filter(Boolean).map(decoded);
  const [root, ...after] = words;
  const [group, version, ...path] = root === 'api' ? ['', ...after] : after;
  if ((root !== 'api' && root !== 'apis') || version === undefined) return undefined;
  const named = (plural: string | undefined) =>
    kindsOf(live).find((one) => one.plural === plural && one.group === group && one.version === version);
  const inside = path[0] === 'namespaces' ? named(path[2]) : undefined;
  if (inside?.namespaced) return { kind: inside, namespace: path[1], name: path[3], rest: path.slice(4) };
  const kind = named(path[0]);
  return kind && { kind, namespace: undefined, name: path[1], rest: path.slice(2) };
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function listOf(live: LiveCluster, kind: KindInfo, namespace: string | undefined, query: string): ApiAnswer {
  if (/(?:^|&)(?:labelSelector|fieldSelector|watch|limit)=/.test(query)) return { ...json({}), body: undefined };
  const items = itemsIn(live, kind, namespace).map(whole);
  return json({
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind),
    metadata: { resourceVersion: '1000' },
    items,
  });
}

/** Objects of a list of a built-in kind do not say what they are; those alone, and of other kinds, do. */
const whole = ({ kind, view }: Item): object => ({ kind: kind.kind, apiVersion: apiVersionOf(kind), ...view });

/**
 * `…/services/NAME:PORT/proxy/PATH` and the same of pods: the API server sends it itself, to a pod.
 * @see https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/
 */
function behind(
  live: LiveCluster,
  { kind, plural }: KindInfo,
  namespace: string | undefined,
  written: string,
  path: string,
): ApiAnswer | PassedOn {
  const parts = written.split(':');
  const [name = '', port = ''] = parts.length === 3 ? parts.slice(1) : parts;
  const pods = podsAt(live, live.clock).filter(({ pod, terminating }) => pod.namespace === namespace && !terminating);
  if (kind === 'Pod') {
    const pod = pods.find((one) => one.pod.name === name);
    if (!pod) return failure(404, 'NotFound', `pods "${name}" not found`, { name, kind: plural });
    const [first] = pod.pod.containers.flatMap(({ portNames }) => Object.values(portNames));
    const number = Number(port) || (port === '' ? (first ?? 80) : namedPort(pod, port)) || 0;
    return { pod, port: number, url: `http://${pod.pod.ip}:${number}${path}` };
  }
  const services = builtIn.find((one) => one.kind === 'Service');
  const [item] = kind === 'Service' && services ? itemsIn(live, services, namespace, name) : [];
  if (!item) return failure(404, 'NotFound', `${plural} "${name}" not found`, { name, kind: plural });
  const service = item.object?.resource as unknown as Service;
  const only = fieldsOf(item.view.spec).ports;
  const [usual] = Array.isArray(only) && only.length === 1 ? only : [];
  const wanted = port === '' ? fieldsOf(usual).port : /^\d+$/.test(port) ? Number(port) : port;
  const found = wanted === undefined ? undefined : portOf(service, wanted as number | string);
  const selector = fieldsOf(fieldsOf(item.view.spec).selector) as Readonly<Record<string, string>>;
  const ready = pods.find(
    ({ pod }) => pod.ready && Object.keys(selector).length > 0 && hasLabels(selector, pod.labels),
  );
  const target = found?.targetPort ?? found?.port;
  const number =
    typeof target === 'number' ? target : ready && target !== undefined ? namedPort(ready, target) : undefined;
  if (!ready || !found || number === undefined)
    return failure(503, 'ServiceUnavailable', `no endpoints available for service ${JSON.stringify(written)}`, {});
  return { pod: ready, port: number, url: `http://${name}.${namespace}:${found.port}${path}` };
}

const namedPort = ({ pod }: PodView, name: string): number | undefined =>
  pod.containers.flatMap(({ portNames }) => own(portNames, name) ?? [])[0];
