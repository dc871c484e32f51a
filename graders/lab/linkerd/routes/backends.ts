import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fieldsList } from '../../../model/mesh/fields.ts';
import { integer, text } from '../../../model/workloads/values.ts';
import type { Service } from '../../cluster/index.ts';
import type { Taken } from './find.ts';
import { unknownFilter } from './outbound.ts';

/** A backend of a rule, with its part of the requests. */
export interface Backend {
  readonly node: Fields;
  /** `namespace/name`, as it is told. */
  readonly name: string;
  readonly weight: number;
  /** Where it leads; absent where every request for it is answered with 500. */
  readonly to?: { readonly service: Service; readonly port: number };
  readonly problem?: 'missing' | 'kind' | 'port' | 'filter';
}

/**
 * The backends of a rule that get requests: those with a weight. One that is no Service, has no port, has a filter that Linkerd does
 * not know, or is not there answers 500.
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/k8s/index/src/outbound/index/http.rs (`convert_backend`)
 */
export function backendsOf(
  resources: readonly Resource[],
  { route, rule }: Pick<Taken, 'route' | 'rule'>,
): readonly Backend[] {
  return fieldsList(rule.backendRefs).flatMap((node): Backend[] => {
    const weight = integer(node.weight) ?? 1;
    if (weight <= 0) return [];
    const namespace = text(node.namespace) ?? route.namespace ?? 'default';
    const name = text(node.name) ?? '';
    const base = { node, weight, name: namespace === route.namespace ? name : `${namespace}/${name}` };
    const { group = '', kind = 'Service' } = node;
    if (kind !== 'Service' || (group !== '' && group !== 'core')) return [{ ...base, problem: 'kind' }];
    if (unknownFilter(node.filters)) return [{ ...base, problem: 'filter' }];
    const port = integer(node.port);
    if (port === undefined) return [{ ...base, problem: 'port' }];
    const service = lookup(resources).named('', 'Service', namespace, name).at(-1) as Service | undefined;
    return [service ? { ...base, to: { service, port } } : { ...base, problem: 'missing' }];
  });
}
