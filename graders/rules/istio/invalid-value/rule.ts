import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { checkDestinationRule } from './destination-rule.ts';
import { checkGateway } from './gateway.ts';
import { messages, type Sayer } from './messages.ts';
import { checkPeerAuthentication, checkRequestAuthentication, checkSidecar } from './others.ts';
import { checkServiceEntry } from './service-entry.ts';
import type { Block } from './values.ts';
import { checkVirtualService } from './virtual-service.ts';

/** By group and kind: the Gateway API has a Gateway of its own. */
const checks: Readonly<Record<string, (owner: Resource, spec: Block, say: Sayer) => void>> = {
  'networking.istio.io/VirtualService': checkVirtualService,
  'networking.istio.io/DestinationRule': checkDestinationRule,
  'networking.istio.io/Gateway': checkGateway,
  'networking.istio.io/ServiceEntry': checkServiceEntry,
  'networking.istio.io/Sidecar': checkSidecar,
  'security.istio.io/RequestAuthentication': checkRequestAuthentication,
  'security.istio.io/PeerAuthentication': checkPeerAuthentication,
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
      const name = `${resource.group}/${resource.kind}`;
      const spec = object((resource.data as { spec?: Block }).spec);
      if (spec) own(checks, name)?.(resource, spec, say);
    }
  },
});
