/** Which change a scalar of a manifest gets, by what it means. At most one, and never one to the same value. */
export interface ScalarChange {
  readonly mutator: string;
  readonly text: string;
}

/** Words of the API that have a counterpart which means something else and is valid too. */
const counterparts: Readonly<Record<string, string>> = {
  ALLOW: 'DENY',
  DENY: 'ALLOW',
  AUDIT: 'DENY',
  STRICT: 'PERMISSIVE',
  PERMISSIVE: 'DISABLE',
  ISTIO_MUTUAL: 'DISABLE',
  MUTUAL: 'DISABLE',
  SIMPLE: 'PASSTHROUGH',
  DISABLE: 'ISTIO_MUTUAL',
  enabled: 'disabled',
  disabled: 'enabled',
  Ingress: 'Egress',
  Egress: 'Ingress',
  GET: 'DELETE',
  POST: 'GET',
};

const otherKinds: Readonly<Record<string, string>> = {
  Pod: 'Deployment',
  Deployment: 'Pod',
  Service: 'Pod',
  VirtualService: 'Gateway',
  DestinationRule: 'VirtualService',
};

/**
 * @param path keys from the root of the object; the last one names the field
 * @param value the scalar as data
 */
export function changeOf(path: readonly (string | number)[], value: unknown): ScalarChange | undefined {
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (typeof value === 'boolean') return { mutator: 'flip-boolean', text: String(!value) };
  if (typeof value === 'number') return changeNumber(key, value);
  return typeof value === 'string' ? changeText(path, key, value) : undefined;
}

/** A port becomes its neighbour; any other amount becomes nothing, and nothing becomes something. */
function changeNumber(key: string, value: number): ScalarChange {
  if (/port$/i.test(key)) return { mutator: 'change-port', text: String(value + 1) };
  return { mutator: 'change-number', text: value === 0 ? '1' : '0' };
}

function changeText(path: readonly (string | number)[], key: string, value: string): ScalarChange {
  const quoted = (mutator: string, text: string) => ({ mutator, text: JSON.stringify(text) });
  if (path.length === 1 && key === 'kind') return quoted('change-kind', otherKinds[value] ?? 'ConfigMap');
  if (path.length === 1 && key === 'apiVersion') return quoted('change-api-version', otherVersion(value));
  if (isLabel(path)) return quoted('change-label', `${value}-otro`);
  const counterpart = counterparts[value];
  if (counterpart) return quoted('flip-word', counterpart);
  if (key === 'image') return quoted('change-image', `${value.replace(/[:@].*$/, '')}-otra:1`);
  if (/^\d+$/.test(value)) return quoted('change-port', String(Number(value) + 1));
  if (/^(?:name|host|hosts|subset|namespace|serviceAccountName|port|gateways)$/i.test(key))
    return quoted('rename', `${value}-otro`);
  return quoted('change-text', changedText(value));
}

/** Shapes that the schema knows keep their shape, so that behaviour has to notice the change. */
function changedText(value: string): string {
  const amount = /^(\d+(?:\.\d+)?)([a-zA-Z%]+)$/.exec(value);
  if (amount) return `${Number(amount[1]) * 10 + 7}${amount[2]}`;
  return value.startsWith('/') ? `${value.replace(/[/*]+$/, '')}/otro` : `${value}-otro`;
}

const labelMaps = new Set(['labels', 'matchLabels', 'selector', 'annotations', 'nodeSelector']);

/** Whether a path leads to one entry of a map of labels, selectors or annotations. */
export function isLabel(path: readonly (string | number)[]): boolean {
  return labelMaps.has(String(path.at(-2)));
}

function otherVersion(value: string): string {
  return value.includes('/') ? value.replace(/\/.*$/, '/v9') : 'apps/v1';
}
