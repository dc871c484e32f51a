import { integer, text } from '../workloads/values.ts';
import { type Fields, fields } from './fields.ts';

/** One entry of a `route`: a host, perhaps a subset and a port, and its weight. */
export interface RouteDestination {
  readonly node: Fields;
  /** As written. */
  readonly host: string;
  readonly subset: string | undefined;
  readonly port: number | undefined;
  /** As written; what an absent weight means depends on its neighbours. */
  readonly weight: number | undefined;
}

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination */
export function readDestination(node: Fields): RouteDestination {
  const destination = fields(node.destination);
  return {
    node,
    host: text(destination.host) ?? '',
    subset: text(destination.subset),
    port: integer(fields(destination.port).number),
    weight: integer(node.weight),
  };
}
