import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { RouteRequest } from './request.ts';

/** What a Service with readable routes of this kind is routed by, and a Server whose protocol is gRPC. */
export const grpcKind = 'GRPCRoute';

/**
 * How much of a call the `method` of a match names: the letters of the service, then those of the method. Calls are POSTs to
 * `/<service>/<method>`.
 * @returns undefined where it is another call, or none
 * @see https://github.com/linkerd/linkerd2-proxy/blob/main/linkerd/http/route/src/grpc/match.rs
 */
export function callLength(match: Fields, { method, path }: RouteRequest): readonly number[] | undefined {
  const [before, service, called] = path.split('/');
  if (method !== 'POST' || before !== '' || service === undefined || called === undefined) return undefined;
  const wanted = fields(match.method);
  const [ofService, ofMethod] = [text(wanted.service) ?? '', text(wanted.method) ?? ''];
  if ((ofService !== '' && ofService !== service) || (ofMethod !== '' && ofMethod !== called)) return undefined;
  return [ofService.length, ofMethod.length];
}

/**
 * A match that compares by regular expression, which the policy controller does not read: the whole route is left out.
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/k8s/index/src/routes/grpc.rs
 */
export function methodPattern({ kind, data }: Resource): Fields | undefined {
  if (kind !== grpcKind) return undefined;
  return fieldsList(fields(fields(data).spec).rules)
    .flatMap(({ matches }) => fieldsList(matches))
    .map(({ method }) => fields(method))
    .find(({ type }) => type === 'RegularExpression');
}
