import { protocolOf } from '../../../lab/istio/index.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { selectsPods } from '../../../model/workloads/services.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/port-name',
  severity: 'info',
  title: { es: 'El nombre del puerto no dice el protocolo', en: 'The name of the port does not say the protocol' },
  related: ['IST0118'],
  over: 'manifests',
  messages: {
    unnamed: {
      es: 'El puerto {port} no dice qué protocolo habla: Istio tendrá que adivinarlo. Nómbralo `http`, `grpc-…`, `tcp-…`.',
      en: 'Port {port} does not say what protocol it speaks: Istio will have to guess. Name it `http`, `grpc-…`, `tcp-…`.',
    },
  },
  check(manifests, say) {
    const meshed = new Set(
      manifests.resources
        .filter(({ kind, metadata }) => kind === 'Namespace' && isMeshed(object(metadata.labels) ?? {}))
        .map(({ name }) => name),
    );
    for (const service of readWorld(manifests).services) {
      if (!meshed.has(service.namespace) || !selectsPods(service)) continue;
      for (const port of service.ports) {
        if (protocolOf({ ...port, number: port.port }) !== 'auto') continue;
        say('unnamed', namePlaceOf(service.resource, port), { port: port.port });
      }
    }
  },
});

function isMeshed(labels: Readonly<Record<string, string>>): boolean {
  return labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined;
}
