import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { destinationsOf, readWorld } from '../world.ts';

export default rule({
  id: 'istio/destination-port',
  severity: 'warning',
  title: {
    es: 'Un destino con varios puertos, y no se dice cuál',
    en: 'A destination with several ports, and no port named',
  },
  related: ['IST0112', 'IST0101'],
  over: 'manifests',
  codes: { which: ['IST0112'], unknown: ['IST0101'] },
  messages: {
    which: {
      es: '`{host}` tiene varios puertos ({ports}): di cuál con `port: {}`.',
      en: '`{host}` has several ports ({ports}): say which one with `port: {}`.',
    },
    unknown: {
      es: '`{host}` no tiene el puerto {port}; los del Service son {ports}.',
      en: '`{host}` has no port {port}; those of the Service are {ports}.',
    },
  },
  check(manifests, say) {
    const { virtualServices, serviceOf } = readWorld(manifests);
    for (const virtual of virtualServices) {
      const { resource, namespace, gateways } = virtual;
      for (const { node, host, port } of destinationsOf(virtual)) {
        const service = serviceOf(fullHostOf(host, namespace));
        const ports = service?.ports.map((one) => one.port) ?? [];
        const written = fields(node.destination);
        if (ports.length === 0) continue;
        if (port !== undefined && !ports.includes(port)) {
          say('unknown', placeOf(resource, written.port, 'number'), { host, port, ports });
        } else if (port === undefined && ports.length > 1 && !gateways.includes('mesh')) {
          say('which', placeOf(resource, written, 'host'), { host, ports });
        }
      }
    }
  },
});
