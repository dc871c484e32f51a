import type { Resource } from '../../../model/manifests/manifests.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { checkDestinationRule } from './destination-rule.ts';
import { checkGateway } from './gateway.ts';
import { messages, type Sayer } from './messages.ts';
import { checkServiceEntry } from './service-entry.ts';
import type { Block } from './values.ts';
import { checkVirtualService } from './virtual-service.ts';

const checks: Readonly<Record<string, (owner: Resource, spec: Block, say: Sayer) => void>> = {
  VirtualService: checkVirtualService,
  DestinationRule: checkDestinationRule,
  Gateway: checkGateway,
  ServiceEntry: checkServiceEntry,
};

export default rule({
  id: 'istio/invalid-value',
  severity: 'error',
  title: { es: 'Istio no admite este valor', en: 'Istio does not take this value' },
  related: ['IST0106'],
  over: 'manifests',
  messages,
  check({ resources }, say) {
    for (const resource of resources) {
      if (resource.group !== 'networking.istio.io' || !Object.hasOwn(checks, resource.kind)) continue;
      const spec = object((resource.data as { spec?: Block }).spec);
      if (spec) checks[resource.kind]?.(resource, spec, say);
    }
  },
});
