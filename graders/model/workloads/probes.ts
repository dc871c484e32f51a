import type { IContainer, IProbe } from 'kubernetes-models/v1';
import { isSet, object } from './values.ts';

export type ProbeField = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

const fields: readonly ProbeField[] = ['startupProbe', 'livenessProbe', 'readinessProbe'];
const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

/** The probes a container has. */
export function probesOf(container: IContainer): readonly { readonly field: ProbeField; readonly probe: IProbe }[] {
  return fields.flatMap((field) => {
    const probe = object(container[field]);
    return probe ? [{ field, probe }] : [];
  });
}

/** The ways to ask that a probe or a lifecycle hook writes; the API server wants exactly one. */
export function handlersOf(probe: object): readonly string[] {
  return handlers.filter((handler) => isSet((probe as Record<string, unknown>)[handler]));
}
