import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { fullHost, type Service } from '../../cluster/index.ts';

/**
 * The ServiceProfile of a Service for clients of a namespace: theirs counts before that of the Service.
 * @see https://linkerd.io/2-edge/reference/service-profiles/
 */
export function profileOf(resources: readonly Resource[], service: Service, client: string): Resource | undefined {
  const host = fullHost(service);
  const named = ofKind({ resources }, 'ServiceProfile', 'linkerd.io').filter(({ name }) => name === host);
  return [client, service.namespace ?? 'default']
    .map((place) => named.find(({ namespace }) => namespace === place))
    .find((one) => one !== undefined);
}

/** A ServiceProfile that has routes or destinations of its own takes the place of all HTTPRoutes. */
export function overridesRoutes(profile: Resource | undefined): boolean {
  const { routes, dstOverrides } = fields(fields(profile?.data).spec);
  return fieldsList(routes).length + fieldsList(dstOverrides).length > 0;
}
