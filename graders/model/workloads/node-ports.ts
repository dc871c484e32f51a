import type { Resource } from '../manifests/manifests.ts';
import { items, object, text } from './values.ts';

/** A port of every node that a Service asks for by its number. */
export interface NodePort {
  /** `TCP/30080`: one number may be given once for each protocol. */
  readonly key: string;
  readonly port: number;
  /** Where it is written. */
  readonly written: object;
}

/**
 * The ports of the nodes that an object asks for.
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port
 */
export function nodePortsOf({ kind, group, data }: Resource): readonly NodePort[] {
  if (kind !== 'Service' || group !== '') return [];
  const spec = object((data as { readonly spec?: { readonly type?: unknown; readonly ports?: unknown } }).spec);
  const type = text(spec?.type as string | undefined);
  if (type !== 'NodePort' && type !== 'LoadBalancer') return [];
  return items(spec?.ports as readonly { readonly nodePort?: unknown; readonly protocol?: unknown }[]).flatMap(
    (written): NodePort[] => {
      const { nodePort: port, protocol } = written;
      if (typeof port !== 'number' || port === 0) return [];
      return [{ key: `${typeof protocol === 'string' && protocol !== '' ? protocol : 'TCP'}/${port}`, port, written }];
    },
  );
}
