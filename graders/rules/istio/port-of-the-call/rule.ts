import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { destinationsOf, readWorld } from '../world.ts';

export default rule({
  id: 'istio/port-of-the-call',
  severity: 'info',
  title: {
    es: 'Un destino con varios puertos toma el de la llamada',
    en: 'A destination with several ports takes that of the call',
  },
  related: ['IST0112'],
  over: 'manifests',
  messages: {
    open: {
      es: '`{host}` tiene varios puertos ({ports}) y no se dice cuál: en un sidecar va al mismo por el que se llama. `istioctl analyze` lo da por error.',
      en: '`{host}` has several ports ({ports}) and none is named: in a sidecar it goes to the one that is called. `istioctl analyze` calls it an error.',
    },
  },
  check(manifests, say) {
    const { virtualServices, serviceOf } = readWorld(manifests);
    for (const virtual of virtualServices) {
      if (!virtual.gateways.includes('mesh')) continue;
      for (const { node, host, port } of destinationsOf(virtual)) {
        const ports = serviceOf(fullHostOf(host, virtual.namespace))?.ports.map((one) => one.port) ?? [];
        if (port !== undefined || ports.length < 2) continue;
        say('open', placeOf(virtual.resource, fields(node.destination), 'host'), { host, ports });
      }
    }
  },
});
