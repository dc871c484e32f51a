import { isSet } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, textIn } from './blocks.ts';
import type { Judged } from './judged.ts';

/**
 * What the API server refuses of an HTTPRoute by the expressions of its CRD: a Service gets traffic on a port.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference
 */
export function checkApiRoute(spec: Block, judged: Judged): void {
  for (const rule of blocksIn(spec, 'rules')) {
    const mirrors = blocksIn(rule, 'filters').map((filter) => blockIn(blockIn(filter, 'requestMirror'), 'backendRef'));
    for (const backend of [...blocksIn(rule, 'backendRefs'), ...mirrors]) {
      if (!backend || !isSet(backend.name)) continue;
      const service = textIn(backend, 'group') === '' && ['', 'Service'].includes(textIn(backend, 'kind'));
      if (service && !isSet(backend.port))
        judged.refuse('backendWithoutPort', judged.at(backend, 'name'), { name: textIn(backend, 'name') });
    }
  }
}
