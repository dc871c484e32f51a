import type { ClusterPolicy, MeshRequest, RequestOutcome, Token } from '../outcome.ts';

/** `web GET http://reviews:9080/x [end-user: jason] -> reviews-v1 90%, reviews-v2 10%; timeout=5`, read. `web x9 GET …` sends nine at once; `outside cert GET …` shows a certificate. */
export interface RequestLine {
  readonly request: MeshRequest;
  readonly main: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const shape = /^(\S+)(?: x(\d+))?( cert)? (?:([A-Za-z]+) )?(\S+:\/\/\S+)(?: \[(.*?)\])?(?: token (\{.*\}))? -> (.*)$/;

export function readRequestLine(line: string): RequestLine {
  const parts = shape.exec(line);
  if (!parts) throw new Error(`not a request line: ${line}`);
  const [, from = '', concurrent, certificate, method, url = '', headers, token, expected = ''] = parts;
  const [main = '', ...attributes] = expected.split(';').map((part) => part.trim());
  return {
    request: {
      from,
      url,
      ...(concurrent && { concurrent: Number(concurrent) }),
      ...(certificate && { clientCertificate: true }),
      ...(method && { method }),
      ...(headers && { headers: pairs(headers, ': ') }),
      ...(token && { token: JSON.parse(token) as Token }),
    },
    main,
    attributes: pairs(attributes.join(', '), '='),
  };
}

function pairs(text: string, separator: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(', ')
      .filter((pair) => pair !== '')
      .map((pair) => [pair.slice(0, pair.indexOf(separator)), pair.slice(pair.indexOf(separator) + separator.length)]),
  );
}

/** Where the traffic went, as a request line says it. */
export function sayMain({ destinations, failures, status, refusal, flag, redirect }: RequestOutcome): string {
  if (redirect) return `${status} ${redirect.location}`;
  if (refusal) return [status, refusal, flag].filter((part) => part !== undefined).join(' ');
  if (destinations.length === 0) return String(status);
  const delivered = destinations.map(
    ({ namespace, workload, share }) =>
      `${namespace && namespace !== 'shop' ? `${namespace}/` : ''}${workload}${percent(share)}`,
  );
  const lost = failures.map(({ refusal: why, share }) => `${why}${percent(share)}`);
  return [...delivered, ...lost].join(', ');
}

const percent = (share: number): string => (share === 1 ? '' : ` ${Math.round(share * 1000) / 10}%`);

function saidDetection(detection: ClusterPolicy['outlierDetection']): readonly string[] {
  if (!detection) return [];
  const { consecutive5xxErrors: server, consecutiveGatewayErrors: gateway, interval } = detection;
  const counts = [server && `5xx ${server}`, gateway && `gateway ${gateway}`].filter(Boolean).join(' ');
  return [`${counts} every ${interval}s for ${detection.baseEjectionTime}s up to ${detection.maxEjectionPercent}%`];
}

/** `access-control-` goes without saying. */
function saidHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name.replace('access-control-', '')}:${value}`);
}

function saidOperations(operations: RequestOutcome['requestHeaders'] = []): string {
  return operations
    .map(({ operation, name, value = '', share }) => `${[operation, name, value].join(' ').trim()}${percent(share)}`)
    .join(' + ');
}

/** One attribute of an outcome, as a request line says it. */
export function sayAttribute(name: string, outcome: RequestOutcome): string {
  const { rewrite, timeout, retries, fault, mirror = [], tls, authorization, destinations, status } = outcome;
  switch (name) {
    case 'status':
      return String(status);
    case 'path':
      return rewrite?.path ?? '';
    case 'authority':
      return rewrite?.authority ?? '';
    case 'timeout':
      return String(timeout ?? 0);
    case 'retries':
      return String(retries?.attempts ?? 0);
    case 'perTry':
      return String(retries?.perTryTimeout ?? '');
    case 'retryOn':
      return retries?.retryOn ?? '';
    case 'delay':
      return fault?.delay ? `${fault.delay.seconds}s${percent(fault.delay.share)}` : '';
    case 'abort':
      return fault?.abort ? `${fault.abort.status}${percent(fault.abort.share)}` : '';
    case 'mirror':
      return mirror.map(({ host, subset, share }) => `${subset ?? host}${percent(share)}`).join('+');
    case 'balancing':
      return (outcome.clusters ?? [])
        .flatMap(({ loadBalancing }) => loadBalancing ?? [])
        .map(({ policy, affinity }) => (affinity === undefined ? policy : `${policy} ${affinity}`))
        .join('+');
    case 'outliers':
      return (outcome.clusters ?? []).flatMap(({ outlierDetection }) => saidDetection(outlierDetection)).join('+');
    case 'cors':
      return outcome.cors
        ? [outcome.cors.allowed ? 'allowed' : 'other', ...saidHeaders(outcome.cors.headers)].join(' ')
        : '';
    case 'answer':
      return saidOperations(outcome.responseHeaders);
    case 'got':
      return saidOperations(outcome.requestHeaders);
    case 'tls':
      return tls;
    case 'policy':
      return authorization.policy ?? '';
    case 'port':
      return [...new Set(destinations.map(({ port }) => port))].join('+');
    case 'host':
      return [...new Set(destinations.map(({ host }) => host))].join('+');
    case 'waypoint':
      return [...new Set([...destinations, ...outcome.failures].flatMap(({ waypoint }) => waypoint ?? []))].join('+');
    default:
      throw new Error(`unknown attribute ${name}`);
  }
}
