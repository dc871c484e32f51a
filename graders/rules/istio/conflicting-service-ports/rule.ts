import type { Resource } from '../../../model/manifests/manifests.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { type ServiceView, servicesBefore } from '../../../model/workloads/services.ts';
import { text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { meshedNamespaces, readWorld } from '../world.ts';

export default rule({
  id: 'istio/conflicting-service-ports',
  severity: 'warning',
  title: {
    es: 'Varios puertos llevan al mismo puerto de los pods',
    en: 'Several ports lead to the same port of the pods',
  },
  related: ['IST0116', 'IST0137'],
  over: 'manifests',
  codes: {
    protocol: ({ kind }) => (kind === 'Deployment' ? ['IST0116'] : []),
    target: ({ kind }) => (kind === 'Deployment' ? ['IST0137'] : []),
  },
  messages: {
    protocol: {
      es: 'Los Services de {kind:este|esta} {kind} dan al puerto {port} protocolos distintos ({services}): el sidecar solo puede tratarlo de una forma.',
      en: 'The Services of this {kind} give port {port} different protocols ({services}): the sidecar can only treat it in one way.',
    },
    target: {
      es: 'El puerto {target} de los pods de {kind:este|esta} {kind} está detrás de varios puertos ({ports}, de {services}): en la malla, quien llama por uno puede recibir la configuración del otro.',
      en: 'Port {target} of the pods of this {kind} is behind several ports ({ports}, of {services}): in the mesh, who calls one may get the configuration of the other.',
    },
  },
  check(manifests, say) {
    const meshed = meshedNamespaces(manifests);
    const { services, templates } = readWorld(manifests);
    for (const template of templates) {
      const { owner, labels, namespace } = template;
      if (owner.kind === 'Pod' || labels['sidecar.istio.io/inject'] === 'false') continue;
      if (!meshed.has(namespace) || isWaypoint(owner)) continue;
      const before = servicesBefore(template, services);
      const kind = owner.kind;
      for (const [port, protocols] of portsOf(before)) {
        if (protocols.size < 2) continue;
        say('protocol', titleOf(owner), { kind, port, services: namesIn([...protocols.values()].flat()) });
      }
      for (const [target, ports] of targetsOf(before)) {
        if (ports.size < 2) continue;
        say('target', titleOf(owner), {
          kind,
          target,
          ports: [...ports.keys()].sort((a, b) => a - b),
          services: namesIn([...ports.values()]),
        });
      }
    }
  },
});

const namesIn = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort().map((name) => `\`${name}\``);

const isWaypoint = ({ metadata }: Resource): boolean =>
  (metadata.labels as Readonly<Record<string, unknown>> | undefined)?.['gateway.istio.io/managed'] ===
  'istio.io-mesh-controller';

/** The Services of each port, by protocol. */
function portsOf(services: readonly ServiceView[]): ReadonlyMap<number, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<number, Map<string, string[]>>();
  for (const { resource, ports } of services) {
    for (const { port, protocol } of ports) {
      const byProtocol = found.get(port) ?? new Map<string, string[]>();
      found.set(port, byProtocol);
      const name = text(protocol) ?? 'TCP';
      byProtocol.set(name, [...(byProtocol.get(name) ?? []), resource.name]);
    }
  }
  return found;
}

/** The ports in front of each port of the pods, with a Service that has them. */
function targetsOf(services: readonly ServiceView[]): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const found = new Map<string, Map<number, string>>();
  for (const { resource, ports } of services) {
    for (const { port, targetPort } of ports) {
      const target = String(targetPort || port);
      const byPort = found.get(target) ?? new Map<number, string>();
      found.set(target, byPort);
      byPort.set(port, resource.name);
    }
  }
  return found;
}
