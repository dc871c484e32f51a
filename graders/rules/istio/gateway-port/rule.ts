import type { Gateway } from '../../../model/mesh/gateway.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { servicesBefore } from '../../../model/workloads/services.ts';
import type { PodTemplate } from '../../../model/workloads/templates.ts';
import { items } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { type IstioWorld, readWorld } from '../world.ts';

export default rule({
  id: 'istio/gateway-port',
  severity: 'warning',
  title: { es: 'Nadie llega al puerto del Gateway', en: 'Nobody gets to the port of the Gateway' },
  related: ['IST0162'],
  over: 'manifests',
  messages: {
    closed: {
      es: 'Ningún Service lleva al puerto {port} de los pods de este Gateway; llevan a {ports}.',
      en: 'No Service leads to port {port} of the pods of this Gateway; they lead to {ports}.',
    },
  },
  check(manifests, say) {
    const world = readWorld(manifests);
    for (const gateway of world.gateways) {
      const open = portsOf(gateway, world);
      if (open.size === 0) continue;
      const ports = [...open].sort((a, b) => a - b);
      for (const { node, port } of gateway.servers) {
        if (port !== 0 && !open.has(port))
          say('closed', placeOf(gateway.resource, node.port, 'number'), { port, ports });
      }
    }
  },
});

/**
 * The ports that the Services before the pods of a Gateway offer, and those of the pods that they lead to: a Gateway may
 * name either. None where the files show no such pod or Service.
 */
function portsOf({ selector }: Gateway, { services, templates }: IstioWorld): ReadonlySet<number> {
  const wanted = selector as Readonly<Record<string, string>>;
  const pods = Object.keys(wanted).length === 0 ? [] : byLabel(templates).anywhere(wanted);
  return new Set(
    pods.flatMap((pod) =>
      servicesBefore(pod, services)
        .flatMap((service) => service.ports)
        .filter(({ protocol = 'TCP' }) => protocol === 'TCP')
        .flatMap(({ port, targetPort }) => [port, ...targetsOf(pod, targetPort)]),
    ),
  );
}

/** The port of a pod that a Service leads to, by its number or by the name that containers give it. */
function targetsOf({ spec }: PodTemplate, target: unknown): readonly number[] {
  if (typeof target === 'number') return [target];
  const ports = items(spec.containers).flatMap((container) => items(container.ports));
  return ports.filter(({ name }) => name === target).map(({ containerPort }) => containerPort);
}
