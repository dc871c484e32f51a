import { parseYaml } from '../../../parse/yaml/yaml.ts';
import type { LocalNode } from '../desk/nodes.ts';

/** What the configuration of a cluster says, as far as it shows. */
export interface KindConfig {
  readonly name?: string;
  readonly nodes: readonly LocalNode[];
  readonly ports: readonly { readonly host: number; readonly node: number }[];
}

/** The nodes of a cluster without a configuration. */
export const oneNode = (cluster: string): readonly LocalNode[] => [
  { name: `${cluster}-control-plane`, controlPlane: true },
];

/**
 * Reads a file of `kind.x-k8s.io/v1alpha4`.
 * @returns the message of kind where it is none
 * @see https://kind.sigs.k8s.io/docs/user/configuration/
 */
export function readConfig(text: string, fallback: string): KindConfig | string {
  const { documents, findings } = parseYaml({ path: 'kind.yaml', text });
  const value = documents[0]?.value as
    | { kind?: unknown; apiVersion?: unknown; name?: unknown; nodes?: unknown }
    | undefined;
  if (findings.length > 0 || !value || value.kind !== 'Cluster')
    return 'unable to decode config: unknown kind or apiVersion';
  const name = typeof value.name === 'string' ? value.name : undefined;
  const cluster = fallback === '' ? (name ?? 'kind') : fallback;
  const written = (Array.isArray(value.nodes) ? value.nodes : [{ role: 'control-plane' }]) as readonly {
    readonly role?: unknown;
    readonly labels?: Readonly<Record<string, string>>;
    readonly extraPortMappings?: readonly { readonly hostPort?: number; readonly containerPort?: number }[];
  }[];
  const counts = new Map<string, number>();
  const nodes = written.map(({ role = 'control-plane', labels }): LocalNode => {
    const kind = String(role);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return {
      name: `${cluster}-${kind}${count > 1 ? count : ''}`,
      controlPlane: kind === 'control-plane',
      ...(labels && { labels }),
    };
  });
  if (!nodes.some(({ controlPlane }) => controlPlane)) return 'must have at least one control-plane node';
  const ports = written.flatMap(({ extraPortMappings = [] }) =>
    extraPortMappings.flatMap(({ hostPort, containerPort }) =>
      hostPort && containerPort ? [{ host: hostPort, node: containerPort }] : [],
    ),
  );
  return { nodes, ports, ...(name !== undefined && { name }) };
}
