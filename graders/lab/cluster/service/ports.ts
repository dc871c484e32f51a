import type { IServicePort } from 'kubernetes-models/v1';
import { fnv } from '../names.ts';
import { list } from '../read.ts';
import type { Service } from './find.ts';

/** A port of a Service with its defaults written out. */
export interface ServicePort {
  readonly name: string | undefined;
  readonly port: number;
  /** A number, or the name of a container port that each pod resolves for itself. */
  readonly targetPort: number | string;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly nodePort: number | undefined;
  readonly appProtocol: string | undefined;
  /** The port as written, for its place in the file. */
  readonly written: IServicePort;
}

/** The ports of a Service; `targetPort` defaults to `port` and the protocol to TCP. */
export function portsOf(service: Service): readonly ServicePort[] {
  return list(service.data.spec?.ports).map((written) => ({
    name: written.name || undefined,
    port: written.port,
    targetPort: written.targetPort || written.port,
    protocol: (written.protocol as ServicePort['protocol'] | undefined) ?? 'TCP',
    nodePort: written.nodePort ?? assignedNodePort(service, written.port),
    appProtocol: written.appProtocol,
    written,
  }));
}

/** The port the API server picks for a Service that is published on the nodes: here the same on every run. */
function assignedNodePort({ namespace, name, data }: Service, port: number): number | undefined {
  if (data.spec?.type !== 'NodePort' && data.spec?.type !== 'LoadBalancer') return undefined;
  return 30_000 + (fnv(`${namespace}/${name}/${port}`) % 2768);
}

/** The port of a Service by its number or its name. */
export function portOf(service: Service, port: number | string, protocol?: string): ServicePort | undefined {
  return portsOf(service).find(
    (candidate) =>
      (typeof port === 'number' ? candidate.port === port : candidate.name === port) &&
      (protocol === undefined || candidate.protocol === protocol),
  );
}
