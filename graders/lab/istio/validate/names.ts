/**
 * The forms of names that `istiod` knows. They are wider than those of Kubernetes: capitals are letters too.
 * @see https://github.com/istio/istio/blob/release-1.31/pkg/config/labels/instance.go
 */

const label = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const labelShape = new RegExp(`^${label}$`);
const firstShape = new RegExp(`^(?:\\*|(?:\\*-?)?${label})$`);
const wordShape = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** One part of a host name, the name of a subset, of a port or of a namespace: up to 63 letters, digits and `-`. */
export const isName = (value: string): boolean => value.length <= 63 && labelShape.test(value);

/** A full host name, without wildcards; a dot at its end is allowed. */
export const isDomain = (value: string): boolean => value.length > 0 && value.length <= 255 && areLabels(value);

/** A host name whose first label may be a wildcard, or begin with one: `*`, `*.example.com`, `*-v2.example.com`. */
export function isHost(value: string): boolean {
  if (value.length === 0 || value.length > 255) return false;
  const dot = value.indexOf('.');
  const first = dot === -1 ? value : value.slice(0, dot);
  return first.length <= 63 && firstShape.test(first) && (dot === -1 || areLabels(value.slice(dot + 1)));
}

/** The last label is no number, so that no name looks like an address. */
function areLabels(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (/^[-+]?\d+$/.test(last)) return false;
  return labels.every((one, index) => (one === '' && index === labels.length - 1 && index > 0) || isName(one));
}

/** The name that an egress gateway gives to TLS that it passes on: `outbound_.443_._.example.com`. */
export function isGeneratedHost(value: string): boolean {
  const [, port = '', name = ''] = /^outbound_\.([^_]*)_\.[^_]*_\.(.+)$/.exec(value) ?? [];
  return /\d/.test(port) && /[a-zA-Z]/.test(name);
}

export function isLabelKey(key: string): boolean {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  const prefix = key.slice(0, Math.max(slash, 0));
  const goodPrefix = slash === -1 || (prefix.length <= 253 && prefix.split('.').every((part) => labelShape.test(part)));
  return goodPrefix && name.length <= 63 && wordShape.test(name);
}

/** Values may be longer here than on an object of Kubernetes: the webhook does not count them. */
export const isLabelText = (value: string): boolean => value === '' || wordShape.test(value);

/** @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/ */
export const protocols: readonly string[] = [
  'HTTP',
  'HTTPS',
  'HTTP2',
  'GRPC',
  'GRPC-WEB',
  'TCP',
  'TLS',
  'MONGO',
  'REDIS',
  'MYSQL',
  'UDP',
  'HTTP_PROXY',
];

export const isProtocol = (value: string): boolean => protocols.includes(value.toUpperCase());
export const isHttpProtocol = (value: string): boolean =>
  ['HTTP', 'HTTP2', 'HTTP_PROXY', 'GRPC', 'GRPC-WEB'].includes(value.toUpperCase());
export const isTlsProtocol = (value: string): boolean => ['HTTPS', 'TLS'].includes(value.toUpperCase());

/** What a build tool writes over later: `${HOST}`, `$(HOST)`, `{{ .Values.host }}`, `<your-host>`. */
export const isTemplated = (value: string): boolean => /\$\{[^}]*\}|\$\(?[A-Z_]{2,}\)?|\{\{.*\}\}|<[^<>]+>/.test(value);
