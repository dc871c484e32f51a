import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress } from '../../../model/workloads/cidr.ts';
import { isPortNumber } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isObject, items } from '../../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';

/** A block of a manifest, of any shape: the schema has already been checked. */
export type Block = Readonly<Record<string, unknown>>;

/** The block in a field, if there is one. */
export function blockIn(holder: Block | undefined, field: string): Block | undefined {
  const value = own(holder, field);
  return isObject(value) ? value : undefined;
}

/** The blocks of a list; an empty dash is a block with nothing in it. */
export function blocksIn(holder: Block | undefined, field: string): readonly Block[] {
  return items(own(holder, field) as readonly Block[] | undefined);
}

/** The texts of a list, each with its place. */
export function textsIn(holder: Block | undefined, field: string): readonly { value: string; at: Span | undefined }[] {
  const list = own(holder, field);
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => (typeof value === 'string' ? [{ value, at: spanOf(list, index) }] : []));
}

/** Where a block is shown: its key in the block that holds it. */
export function keyPlace(owner: Resource, holder: Block, field: string): Span {
  return keySpanOf(holder, field) ?? placeOf(owner, holder, field);
}

/** What a build tool writes over later: `${HOST}`, `{{ .Values.host }}`, `<your-host>`. */
export const isTemplated = (value: string): boolean => /[${}<>]/.test(value);

const label = '[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?';
const hostShape = new RegExp(`^(?:\\*|(?:\\*-?)?${label})(?:\\.${label})*\\.?$`);

/** A name of up to 255 characters, whose first label may be or begin with a wildcard. */
export function isHost(value: string): boolean {
  const [last = ''] = /[^.]*$/.exec(value.replace(/\.$/, '')) ?? [];
  return value.length <= 255 && hostShape.test(value) && !(value.includes('.') && /^\d+$/.test(last));
}

export const isHostOrAddress = (value: string): boolean => isHost(value) || isAddress(value);

const subsetShape = new RegExp(`^${label}$`);

export const isSubsetName = (value: string): boolean => subsetShape.test(value);

/** A number from 1 to 65535. */
export function isPort(value: unknown): boolean {
  return typeof value === 'number' && isPortNumber(value);
}

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
