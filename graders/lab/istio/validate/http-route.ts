import type { Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { Note } from './problem.ts';

/**
 * What the API server refuses of an HTTPRoute by the expressions of its CRD: a Service gets traffic on a port.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference
 */
export function checkHttpRoute({ data }: Resource, note: Note): void {
  for (const rule of fieldsList(fields(fields(data).spec).rules)) {
    const mirrors = fieldsList(rule.filters).map(({ requestMirror }) => fields(fields(requestMirror).backendRef));
    for (const backend of [...fieldsList(rule.backendRefs), ...mirrors.filter(({ name }) => isSet(name))]) {
      const { group = '', kind = 'Service', port } = backend;
      if (group !== '' || kind !== 'Service' || isSet(port)) continue;
      note('backendWithoutPort', spanOf(backend, 'name') ?? spanOf(backend), { name: text(backend.name) ?? '' });
    }
  }
}
