import { protocolOf } from '../../../lab/istio/index.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { selectsPods } from '../../../model/workloads/services.ts';
import { rule } from '../../rule.ts';
import { meshedNamespaces, readWorld } from '../world.ts';

export default rule({
  id: 'istio/port-name',
  severity: 'info',
  title: { es: 'El nombre del puerto no dice el protocolo', en: 'The name of the port does not say the protocol' },
  related: ['IST0118', 'IST0150'],
  over: 'manifests',
  codes: { unnamed: ['IST0118'], external: ['IST0150'] },
  messages: {
    unnamed: {
      es: 'El puerto {port} no dice qué protocolo habla: Istio tendrá que adivinarlo. Nómbralo `http`, `grpc-…`, `tcp-…`.',
      en: 'Port {port} does not say what protocol it speaks: Istio will have to guess. Name it `http`, `grpc-…`, `tcp-…`.',
    },
    external: {
      es: 'El puerto {port} de este ExternalName no dice el protocolo de los suyos: el proxy lo toma por TCP para cualquier dirección, y puede quedarse con llamadas que no son para él.',
      en: 'Port {port} of this ExternalName does not say a protocol of its own: the proxy takes it as TCP for any address, and may keep calls that are not for it.',
    },
  },
  check(manifests, say) {
    const meshed = meshedNamespaces(manifests);
    for (const service of readWorld(manifests).services) {
      const isExternal = service.spec.type === 'ExternalName';
      if (!meshed.has(service.namespace) || (!isExternal && !selectsPods(service))) continue;
      for (const port of service.ports) {
        const isOpen = protocolOf({ ...port, number: port.port }) === 'auto';
        if (isExternal && (isOpen || port.name === 'tcp'))
          say('external', namePlaceOf(service.resource, port), { port: port.port });
        else if (isOpen) say('unnamed', namePlaceOf(service.resource, port), { port: port.port });
      }
    }
  },
});
