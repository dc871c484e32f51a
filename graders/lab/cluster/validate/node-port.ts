import { placeOf } from '../../../model/workloads/places.ts';
import { servicesIn } from '../../../model/workloads/services.ts';
import { integer, text } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

/** The range of a cluster that does not say otherwise (`--service-node-port-range`). */
const first = 30_000;
const last = 32_767;

export const nodePortLaw = law({
  messages: {
    range: {
      es: '`nodePort: {port}` está fuera del rango 30000–32767 que el clúster reserva para los Services.',
      en: '`nodePort: {port}` is outside the range 30000–32767 that the cluster reserves for Services.',
    },
    clusterIp: {
      es: 'Un Service `ClusterIP` no abre puertos en los nodos: quita `nodePort` o pon `type: NodePort`.',
      en: 'A `ClusterIP` Service opens no ports on the nodes: remove `nodePort` or set `type: NodePort`.',
    },
  },
  check(manifests, say) {
    for (const { resource, spec, ports } of servicesIn(manifests)) {
      for (const entry of ports) {
        const port = integer(entry.nodePort);
        if (!port) continue;
        const at = placeOf(resource, entry, 'nodePort');
        if ((text(spec.type) ?? 'ClusterIP') === 'ClusterIP') say('clusterIp', at, {});
        else if (port < first || port > last) say('range', at, { port: String(port) });
      }
    }
  },
});
