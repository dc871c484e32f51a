import { at, itemsOf, numberAt, textAt } from '../../../core/fields.ts';
import { isAmbient, meshConfigOf, verdictOf } from '../../../lab/istio/index.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { pairs, texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { namespacesIn } from '../ambient.ts';

/**
 * The address that Istio gives to a ServiceEntry by itself is used by waypoints, by ztunnel, and by sidecars that answer the DNS, which
 * they do not unless the mesh says so (`nodeUsesAutoallocatedIPs` of `pilot/pkg/model/service.go`).
 * @see https://istio.io/latest/docs/reference/config/analysis/ist0134/
 */
export default rule({
  id: 'istio/entry-address',
  severity: 'warning',
  title: {
    es: 'Un ServiceEntry de TCP no tiene dirección',
    en: 'A ServiceEntry for TCP has no address',
  },
  related: ['IST0134'],
  over: 'manifests',
  messages: {
    none: {
      es: 'Sin `addresses`, un sidecar que no responde al DNS lleva ahí todas sus conexiones al puerto {port}, vayan a la dirección que vayan.',
      en: 'Without `addresses`, a sidecar that does not answer the DNS takes all its connections to port {port} there, whatever their address.',
    },
  },
  check(manifests, say) {
    const { resources } = manifests;
    if (meshConfigOf(resources).capturesDns) return;
    const namespaces = namespacesIn(manifests);
    for (const entry of lookup(resources).ofKind('networking.istio.io', 'ServiceEntry')) {
      const labels = Object.fromEntries(pairs(namespaces.get(entry.namespace ?? 'default')?.metadata.labels));
      if (isAmbient({ labels: {}, spec: {} }, labels, false) || hasAddresses(entry) || isToldAlready(entry)) continue;
      for (const port of itemsOf(at(entry.data, 'spec', 'ports'))) {
        const protocol = (textAt(port, 'protocol') ?? '').toUpperCase();
        if (!['', 'TCP'].includes(protocol)) continue;
        say('none', placeOf(entry, port, 'protocol'), { port: numberAt(port, 'number') ?? 0 });
      }
    }
  },
});

/** Its own, or those of its status. */
const hasAddresses = ({ data }: Resource): boolean =>
  texts(at(data, 'spec', 'addresses') as never).length + itemsOf(at(data, 'status', 'addresses')).length > 0;

/** The webhook says the same where no address will be given either way. */
const isToldAlready = (entry: Resource): boolean => verdictOf(entry).warnings.some(({ key }) => key === 'tcpAddresses');
