import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../../../core/json.ts';

/** What the generator reads of a schema. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Alternative[];
  readonly allOf?: readonly { readonly oneOf?: readonly Alternative[] }[];
}

interface Alternative {
  readonly required?: readonly string[];
  readonly not?: { readonly anyOf?: readonly { readonly required?: readonly string[] }[] };
}

export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: Schema;
}

/** Kinds with the share of the inputs that each gets: those with more to decide get more. */
const shares: readonly (readonly [kind: string, apiVersion: string, share: number])[] = [
  ['VirtualService', 'networking.istio.io/v1', 6],
  ['DestinationRule', 'networking.istio.io/v1', 4],
  ['Gateway', 'networking.istio.io/v1', 3],
  ['ServiceEntry', 'networking.istio.io/v1', 4],
  ['Sidecar', 'networking.istio.io/v1', 3],
  ['WorkloadEntry', 'networking.istio.io/v1', 1],
  ['WorkloadGroup', 'networking.istio.io/v1', 1],
  ['EnvoyFilter', 'networking.istio.io/v1alpha3', 1],
  ['ProxyConfig', 'networking.istio.io/v1beta1', 1],
  ['AuthorizationPolicy', 'security.istio.io/v1', 4],
  ['PeerAuthentication', 'security.istio.io/v1', 1],
  ['RequestAuthentication', 'security.istio.io/v1', 1],
  ['Telemetry', 'telemetry.istio.io/v1', 1],
  ['WasmPlugin', 'extensions.istio.io/v1alpha1', 1],
  ['TrafficExtension', 'extensions.istio.io/v1alpha1', 1],
];

const folder = join(import.meta.dirname, '../../../../../schemas/istio');

function read(kind: string, apiVersion: string): Kind {
  const file = JSON.parse(readFileSync(join(folder, apiVersion, `${kind}.json`), 'utf8')) as Schema;
  return { apiVersion, kind, spec: file.properties?.spec ?? {} };
}

/** Every kind as often as its share says. */
export const kinds: readonly Kind[] = shares.flatMap(([kind, apiVersion, share]) =>
  Array<Kind>(share).fill(read(kind, apiVersion)),
);

/** A schema within the one of a kind's `spec`; items of lists count as the list. */
export function schemaAt(kind: string, ...path: readonly string[]): Schema {
  let at: Schema | undefined = kinds.find((one) => one.kind === kind)?.spec;
  for (const name of path) at = (at?.items ?? at)?.properties?.[name];
  return at?.items ?? at ?? {};
}
