import type { Hop } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { nodePortsOf } from '../../../model/workloads/node-ports.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { objectHop } from './hop.ts';

/** Who has which port of the nodes. */
export type NodePorts = Map<string, Resource>;

/** Notes the ports that a Service has got. */
export function takePorts(taken: NodePorts, service: Resource): void {
  for (const { key } of nodePortsOf(service)) taken.set(key, service);
}

/**
 * The ports of the nodes that another Service has: a number is given once. A Service that is applied again keeps its own.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/core/service/portallocator/allocator.go
 */
export function portsOfOthers(service: Resource, taken: ReadonlyMap<string, Resource>): readonly Hop[] {
  return nodePortsOf(service).flatMap(({ key, port, written }) => {
    const other = taken.get(key);
    if (!other || (other.name === service.name && other.namespace === service.namespace)) return [];
    const at = spanOf(written, 'nodePort') ?? service.at;
    return [objectHop(service, 'nodePortTaken', { port, other: other.name, name: service.name }, at)];
  });
}
