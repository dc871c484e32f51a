import { code } from '../../core/code.ts';
import type { Text } from '../../core/text.ts';
import type {
  ClusterPolicy,
  Destination,
  Failure,
  MeshRequest,
  MeshTrace,
  Refusal,
  RequestOutcome,
} from '../../lab/request/index.ts';
import { safe } from './safe.ts';
import { indent, type Screen, say } from './screen.ts';
import { traceLines } from './trace.ts';
import { padStart } from './width.ts';
import { wrap } from './wrap.ts';

/** What becomes of a request: every decision, then where the traffic ends. */
export function requestLines(asked: MeshRequest, trace: MeshTrace, screen: Screen): readonly string[] {
  const { palette } = screen;
  const { outcome } = trace;
  const who = asked.from === 'outside' ? say(screen, fromOutside) : say(screen, from, { from: asked.from });
  return [
    `${palette.strong(safe(`${asked.method ?? 'GET'} ${asked.url}`))}  ${palette.faint(safe(who))}`,
    '',
    ...indent(traceLines(trace, screen), 2),
    '',
    palette.strong(say(screen, result)),
    ...indent(partsLines(outcome, screen), 2),
    ...indent(factsLines(outcome, screen), 2),
  ];
}

function partsLines({ destinations, failures }: RequestOutcome, screen: Screen): readonly string[] {
  const { palette } = screen;
  const parts = [
    ...destinations.map((part) => ({ share: part.share, words: reached(part, screen), style: (line: string) => line })),
    ...failures.map((part) => ({ share: part.share, words: lost(part, screen), style: palette.error })),
  ];
  const shares = parts.map(({ share }) => percent(share, screen));
  const width = Math.max(0, ...shares.map((share) => share.length));
  return parts.flatMap(({ words, style }, index) => {
    const [first = '', ...rest] = wrap(words, screen.width - width - 4, palette);
    return [`${padStart(shares[index] ?? '', width)}  ${style(first)}`, ...indent(rest.map(style), width + 2)];
  });
}

function reached({ namespace, workload, host, subset, port, tls }: Destination, screen: Screen): string {
  const where = subset === undefined ? destination : destinationSubset;
  const data = {
    workload: named(namespace, workload),
    host,
    subset: subset ?? '',
    port,
    tls: tlsWords[tls][screen.lang],
  };
  return say(screen, where, data);
}

function lost({ refusal, flag, status }: Failure, screen: Screen): string {
  const signs = [flag, status === undefined ? undefined : String(status)].filter((sign) => sign !== undefined);
  const words = say(screen, refusals[refusal]);
  return say(screen, failure, { refusal: signs.length > 0 ? `${words} (${signs.join(', ')})` : words });
}

/** What else was decided, one line each. */
function factsLines(outcome: RequestOutcome, screen: Screen): readonly string[] {
  const { status, authorization, rewrite, redirect, timeout, retries, fault, mirror, cors } = outcome;
  const { requestHeaders = [], responseHeaders = [] } = outcome;
  const told: readonly string[] = [
    ...(status === undefined ? [] : [say(screen, fact.status, { status })]),
    ...waypointsOf(outcome).map((waypoint) => say(screen, fact.waypoint, { waypoint })),
    ...(authorization.policy === undefined
      ? []
      : [
          say(screen, authorization.decision === 'allow' ? fact.allowed : fact.denied, {
            policy: authorization.policy,
          }),
        ]),
    ...(rewrite?.path === undefined ? [] : [say(screen, fact.path, { path: rewrite.path })]),
    ...(rewrite?.authority === undefined ? [] : [say(screen, fact.authority, { authority: rewrite.authority })]),
    ...(redirect === undefined ? [] : [say(screen, fact.redirect, { location: redirect.location })]),
    ...(timeout === undefined ? [] : [say(screen, fact.timeout, { seconds: timeout })]),
    ...(retries === undefined ? [] : [say(screen, fact.retries, { attempts: retries.attempts, on: retries.retryOn })]),
    ...(fault?.delay === undefined
      ? []
      : [say(screen, fact.delay, { seconds: fault.delay.seconds, share: percent(fault.delay.share, screen) })]),
    ...(fault?.abort === undefined
      ? []
      : [say(screen, fact.abort, { status: fault.abort.status, share: percent(fault.abort.share, screen) })]),
    ...(mirror ?? []).map(({ host, share }) => say(screen, fact.mirror, { host, share: percent(share, screen) })),
    ...(outcome.clusters ?? []).flatMap((cluster) => clusterFacts(cluster, screen)),
    ...(cors === undefined
      ? []
      : [say(screen, cors.allowed ? fact.corsAllowed : fact.corsOther, { origin: cors.origin })]),
    ...Object.entries(cors?.headers ?? {}).map(([name, value]) => say(screen, fact.corsHeader, { name, value })),
    ...requestHeaders.map(({ operation, name, value = '', share }) =>
      say(screen, asked[operation], { name, value, share: percent(share, screen) }),
    ),
    ...responseHeaders.map(({ operation, name, value = '', share }) =>
      say(screen, fact[operation], { name, value, share: percent(share, screen) }),
    ),
  ];
  const lines = told.flatMap((words) => wrap(words, screen.width - 2, screen.palette));
  return [...lines, ...assumedLines(outcome, screen)];
}

/** What the answer rests on without anybody knowing it. */
function assumedLines({ destinations }: RequestOutcome, screen: Screen): readonly string[] {
  const taken = destinations
    .filter(({ assumed }) => assumed)
    .map(({ namespace, workload }) => code(named(namespace, workload)));
  const workloads = [...new Set(taken)];
  if (workloads.length === 0) return [];
  const words = say(screen, fact.assumed, { workloads, n: workloads.length });
  return wrap(words, screen.width - 2, screen.palette).map(screen.palette.warning);
}

const named = (namespace: string, workload: string): string =>
  namespace === '' ? workload : `${namespace}/${workload}`;

function waypointsOf({ destinations, failures }: RequestOutcome): readonly string[] {
  return [...new Set([...destinations, ...failures].flatMap(({ waypoint }) => waypoint ?? []))];
}

function clusterFacts({ host, subset, loadBalancing, outlierDetection }: ClusterPolicy, screen: Screen) {
  const cluster = subset === undefined ? host : `${host} (${subset})`;
  const { policy = '', affinity } = loadBalancing ?? {};
  return [
    ...(loadBalancing === undefined ? [] : [say(screen, fact.balancing, { cluster, policy })]),
    ...(affinity === undefined ? [] : [say(screen, fact.affinity, { cluster, affinity })]),
    ...(outlierDetection === undefined
      ? []
      : [
          say(screen, fact.outliers, {
            cluster,
            seconds: outlierDetection.baseEjectionTime,
            share: percent(outlierDetection.maxEjectionPercent / 100, screen),
          }),
        ]),
  ];
}

function percent(share: number, screen: Screen): string {
  const value = Math.round(share * 1000) / 10;
  return screen.lang === 'es' ? `${String(value).replace('.', ',')} %` : `${value}%`;
}

const from: Text = { es: 'desde {from}', en: 'from {from}' };
const fromOutside: Text = { es: 'desde fuera del clúster', en: 'from outside the cluster' };
const result: Text = { es: 'Resultado', en: 'Result' };
const destination: Text = {
  es: '`{workload}`, por `{host}`, puerto {port}, {tls}',
  en: '`{workload}`, through `{host}`, port {port}, {tls}',
};
const destinationSubset: Text = {
  es: '`{workload}`, por `{host}`, subconjunto `{subset}`, puerto {port}, {tls}',
  en: '`{workload}`, through `{host}`, subset `{subset}`, port {port}, {tls}',
};
const failure: Text = { es: 'no llega: {refusal}', en: 'lost: {refusal}' };

const refusals: Readonly<Record<Refusal, Text>> = {
  'unknown-source': { es: 'no hay quien llame', en: 'there is nobody to call' },
  'bad-url': { es: 'no es una dirección', en: 'it is no address' },
  'unknown-host': { es: 'nadie tiene ese nombre', en: 'nobody has that name' },
  'dns-blocked': { es: 'no puede preguntar al DNS', en: 'it cannot ask the DNS' },
  'not-reachable': { es: 'es una dirección interna del clúster', en: 'it is an internal address of the cluster' },
  'port-not-served': { es: 'el Service no tiene ese puerto', en: 'the Service has no such port' },
  'no-endpoints': { es: 'el Service no tiene endpoints', en: 'the Service has no endpoints' },
  'connection-refused': { es: 'conexión rechazada', en: 'connection refused' },
  'not-http': { es: 'quien atiende en ese puerto no habla HTTP', en: 'what serves on that port speaks no HTTP' },
  'blocked-by-network-policy': { es: 'una NetworkPolicy lo corta', en: 'a NetworkPolicy cuts it' },
  'no-listener': { es: 'ningún Gateway abre ese puerto', en: 'no Gateway opens that port' },
  'no-route': { es: 'ninguna ruta la lleva', en: 'no route takes it' },
  'cluster-not-found': { es: 'el destino de la ruta no existe', en: 'the destination of the route does not exist' },
  'no-healthy-upstream': { es: 'el destino no tiene ningún pod listo', en: 'the destination has no ready pod' },
  'upstream-overflow': { es: 'el cortacircuitos la rechaza', en: 'the circuit breaker rejects it' },
  'outbound-blocked': { es: 'la malla no deja salir', en: 'the mesh lets nothing out' },
  'fault-aborted': { es: 'un fallo inyectado la corta', en: 'an injected fault cuts it' },
  'plaintext-refused': {
    es: 'el servidor exige mTLS y llega sin cifrar',
    en: 'the server wants mTLS and it comes in plaintext',
  },
  'tls-refused': { es: 'los dos lados no se entienden en TLS', en: 'the two sides do not agree on TLS' },
  'invalid-token': { es: 'el token no vale', en: 'the token is not valid' },
  'denied-by-policy': { es: 'una política la deniega', en: 'a policy denies it' },
};

const tlsWords: Readonly<Record<Destination['tls'], Text>> = {
  mutual: { es: 'TLS mutuo', en: 'mutual TLS' },
  simple: { es: 'TLS', en: 'TLS' },
  plaintext: { es: 'sin cifrar', en: 'plaintext' },
};

const fact = {
  status: { es: 'El cliente ve el estado {status}.', en: 'The client sees status {status}.' },
  assumed: {
    es: 'Es una suposición: el laboratorio no conoce lo que hay en {workloads}, y da por hecho que responde{n:|n}.',
    en: 'This is assumed: the lab does not know what is in {workloads}, and takes {n:it|them} to answer.',
  },
  waypoint: { es: 'Va por el waypoint `{waypoint}`.', en: 'It goes through the waypoint `{waypoint}`.' },
  allowed: { es: 'Lo permite `{policy}`.', en: '`{policy}` allows it.' },
  denied: { es: 'Lo deniega `{policy}`.', en: '`{policy}` denies it.' },
  path: { es: 'La ruta pasa a ser `{path}`.', en: 'The path becomes `{path}`.' },
  authority: { es: 'El host pasa a ser `{authority}`.', en: 'The authority becomes `{authority}`.' },
  redirect: { es: 'Se redirige a `{location}`.', en: 'It is redirected to `{location}`.' },
  timeout: { es: 'Tiempo de espera: {seconds} s.', en: 'Timeout: {seconds} s.' },
  retries: { es: 'Reintentos: {attempts}, si hay `{on}`.', en: 'Retries: {attempts}, on `{on}`.' },
  delay: { es: 'Retraso añadido: {seconds} s al {share}.', en: 'Added delay: {seconds} s to {share}.' },
  abort: { es: 'Fallo añadido: estado {status} al {share}.', en: 'Added abort: status {status} to {share}.' },
  mirror: { es: 'Una copia del {share} va a `{host}`.', en: 'A copy of {share} goes to `{host}`.' },
  balancing: { es: '`{cluster}` se reparte con `{policy}`.', en: '`{cluster}` is spread with `{policy}`.' },
  affinity: {
    es: 'Con lo mismo en `{affinity}`, siempre el mismo pod de `{cluster}`.',
    en: 'With the same `{affinity}`, always the same pod of `{cluster}`.',
  },
  outliers: {
    es: 'Un pod de `{cluster}` que falla queda fuera {seconds} s; a la vez, como mucho el {share}.',
    en: 'A pod of `{cluster}` that fails is left out for {seconds} s; at most {share} at once.',
  },
  corsAllowed: { es: 'CORS admite el origen `{origin}`.', en: 'CORS allows the origin `{origin}`.' },
  corsOther: {
    es: 'CORS no admite el origen `{origin}`: el navegador no da la respuesta a la página.',
    en: 'CORS does not allow the origin `{origin}`: the browser does not give the answer to the page.',
  },
  corsHeader: { es: 'La respuesta lleva `{name}: {value}`.', en: 'The answer carries `{name}: {value}`.' },
  set: {
    es: 'La respuesta lleva `{name}: {value}`, en lugar de lo que diga la aplicación ({share}).',
    en: 'The answer carries `{name}: {value}`, whatever the application says ({share}).',
  },
  add: {
    es: 'A la respuesta se le añade `{name}: {value}` ({share}).',
    en: '`{name}: {value}` is added to the answer ({share}).',
  },
  remove: {
    es: 'A la respuesta se le quita `{name}` ({share}).',
    en: '`{name}` is removed from the answer ({share}).',
  },
} satisfies Record<string, Text>;

/** What is done to the headers of the request. */
const asked = {
  set: {
    es: 'La aplicación recibe `{name}: {value}`, diga lo que diga quien llama ({share}).',
    en: 'The application gets `{name}: {value}`, whatever the caller says ({share}).',
  },
  add: {
    es: 'A la petición se le añade `{name}: {value}` ({share}).',
    en: '`{name}: {value}` is added to the request ({share}).',
  },
  remove: {
    es: 'A la petición se le quita `{name}` ({share}).',
    en: '`{name}` is removed from the request ({share}).',
  },
} satisfies Record<string, Text>;
