import type { Resource } from '../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../model/mesh/fields.ts';
import { integer, text } from '../../model/workloads/values.ts';
import { type PathLevel, pathLevels } from './path.ts';
import { writtenMesh } from './written-mesh.ts';

/** What the mesh as a whole is set to. */
export interface MeshConfig {
  readonly outbound: 'ALLOW_ANY' | 'REGISTRY_ONLY';
  /** Whom CUSTOM policies may ask. */
  readonly authorizers: readonly Provider[];
  readonly paths: PathLevel;
  /** Sidecars answer the DNS, by themselves if the mesh says so. @see https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/ */
  readonly capturesDns: boolean;
}

export interface Provider {
  readonly name: string;
  /** It is asked about connections too. */
  readonly grpc: boolean;
  /** The full name of its Service, with its namespace in front where it says so. */
  readonly service: string;
  readonly port: number | undefined;
}

/** The mesh configuration of a world: what files write, else the defaults. */
export function meshConfigOf(resources: readonly Resource[]): MeshConfig {
  const config = writtenMesh(resources)?.mesh ?? {};
  return {
    outbound: fields(config.outboundTrafficPolicy).mode === 'REGISTRY_ONLY' ? 'REGISTRY_ONLY' : 'ALLOW_ANY',
    authorizers: fieldsList(config.extensionProviders)
      .filter((provider) => 'envoyExtAuthzHttp' in provider || 'envoyExtAuthzGrpc' in provider)
      .map((provider) => {
        const grpc = 'envoyExtAuthzGrpc' in provider;
        const { service, port } = fields(grpc ? provider.envoyExtAuthzGrpc : provider.envoyExtAuthzHttp);
        return { name: text(provider.name) ?? '', grpc, service: text(service) ?? '', port: integer(port) };
      }),
    paths: pathLevels.find((level) => level === fields(config.pathNormalization).normalization) ?? 'BASE',
    capturesDns: String(fields(fields(config.defaultConfig).proxyMetadata).ISTIO_META_DNS_CAPTURE) === 'true',
  };
}
