import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { isMissing, isRendered, readWorld } from '../world.ts';

export default rule({
  id: 'istio/unknown-rule-host',
  severity: 'warning',
  title: { es: 'Un DestinationRule para un host que no se ve', en: 'A DestinationRule for a host that is not seen' },
  related: ['IST0174'],
  over: 'manifests',
  messages: {
    host: {
      es: '`{host}` no es ningún Service ni ServiceEntry de estos ficheros: este DestinationRule no actuaría sobre nada.',
      en: '`{host}` is no Service or ServiceEntry of these files: this DestinationRule would act on nothing.',
    },
  },
  check(manifests, say) {
    if (!isRendered(manifests)) return;
    const world = readWorld(manifests);
    for (const { resource, host: written, namespace } of world.destinationRules) {
      const host = fullHostOf(written, namespace);
      if (isMissing(world, host)) say('host', placeOf(resource, fields(resource.data).spec, 'host'), { host });
    }
  },
});
