import type { Resource } from '../../../model/manifests/manifests.ts';
import { nodePortsOf } from '../../../model/workloads/node-ports.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/taken-node-port',
  severity: 'warning',
  title: { es: 'El puerto de los nodos ya es de otro Service', en: 'The port of the nodes is of another Service' },
  over: 'manifests',
  messages: {
    taken: {
      es: '`nodePort: {port}` ya lo pide el Service `{other}`: el clúster lo da una sola vez, y la API rechaza el segundo.',
      en: 'Service `{other}` asks for `nodePort: {port}` already: the cluster gives it once, and the API refuses the second one.',
    },
  },
  check({ resources }, say) {
    const taken = new Map<string, Resource>();
    for (const resource of resources)
      for (const { key, port, written } of nodePortsOf(resource)) {
        const other = taken.get(key);
        if (!other) taken.set(key, resource);
        else if (other.name !== resource.name || other.namespace !== resource.namespace)
          say('taken', placeOf(resource, written, 'nodePort'), { port, other: other.name });
      }
  },
});
