import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { integer, items } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const hostPortLaw = law({
  of: 'pods',
  messages: {
    differs: {
      es: 'Con `hostNetwork: true` el contenedor usa los puertos del nodo: `hostPort` ({host}) tiene que ser igual a `containerPort` ({container}).',
      en: 'With `hostNetwork: true` the container uses the ports of the node: `hostPort` ({host}) must equal `containerPort` ({container}).',
    },
  },
  check(manifests, say) {
    for (const { container, template } of containersIn(manifests)) {
      if (template.spec.hostNetwork !== true) continue;
      for (const port of items(container.ports)) {
        const host = integer(port.hostPort);
        const inside = integer(port.containerPort);
        if (!host || inside === undefined || host === inside) continue;
        say('differs', placeOf(template.owner, port, 'hostPort'), { host: String(host), container: String(inside) });
      }
    }
  },
});
