import { own } from '../../../core/own.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { fields, optionalTexts } from '../../../model/mesh/fields.ts';
import { readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { servicesBefore, servicesOfNamespace } from '../../../model/workloads/services.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { type IstioWorld, readWorld } from '../world.ts';

export default rule({
  id: 'istio/policy-port',
  severity: 'warning',
  title: {
    es: 'El puerto del Service en lugar del puerto del pod',
    en: "The port of the Service instead of the pod's",
  },
  over: 'manifests',
  messages: {
    service: {
      es: '{port} es el puerto del Service `{service}`; las políticas miran el del contenedor, que es {target}.',
      en: "{port} is the port of the Service `{service}`; policies look at the container's, which is {target}.",
    },
  },
  check(manifests, say) {
    const portsOf = translator(readWorld(manifests));
    for (const resource of ofKind(manifests, 'AuthorizationPolicy', 'security.istio.io')) {
      const { namespace, selector, rules, targeted } = readAuthorizationPolicy(resource);
      // What a waypoint sees is the port of the Service.
      if (targeted) continue;
      const ports = portsOf(namespace, (selector ?? {}) as Labels);
      for (const operation of rules.flatMap(({ to = [] }) => to)) {
        for (const field of ['ports', 'notPorts']) {
          for (const [index, port] of (optionalTexts(own(operation, field)) ?? []).entries()) {
            const known = ports.get(port);
            if (known) say('service', spanOf(own(operation, field), index) ?? resource.at, { port, ...known });
          }
        }
      }
    }
    for (const resource of ofKind(manifests, 'PeerAuthentication', 'security.istio.io')) {
      const { namespace, selector } = readPeerAuthentication(resource);
      const levels = fields(fields(fields(resource.data).spec).portLevelMtls);
      const ports = portsOf(namespace, (selector ?? {}) as Labels);
      for (const port of Object.keys(levels)) {
        const known = ports.get(port);
        if (known) say('service', keySpanOf(levels, port) ?? resource.at, { port, ...known });
      }
    }
  },
});

type Labels = Readonly<Record<string, string>>;
type Translated = ReadonlyMap<string, { readonly service: string; readonly target: string }>;

/** Worked out once for each selector of a namespace: policies for all of its pods are many. */
function translator(world: IstioWorld): (namespace: string, selector: Labels) => Translated {
  const known = new Map<string, Translated>();
  return (namespace, selector) => {
    const key = JSON.stringify([namespace, selector]);
    const ports = known.get(key) ?? translatedPorts(world, namespace, selector);
    known.set(key, ports);
    return ports;
  };
}

/** Ports of the Services in front of the pods of a policy that those pods do not have, and what they become. */
function translatedPorts({ services, templates }: IstioWorld, namespace: string, selector: Labels): Translated {
  const pods = byLabel(templates).with(namespace, selector);
  const found = new Map<string, { service: string; target: string }>();
  const real = new Set<string>();
  const before = new Set(pods.flatMap((pod) => servicesBefore(pod, services)));
  for (const service of servicesOfNamespace(services, namespace)) {
    if (!before.has(service)) continue;
    for (const { port, targetPort = port } of service.ports) {
      if (typeof targetPort === 'object') continue;
      real.add(String(targetPort));
      if (String(targetPort) !== String(port)) {
        found.set(String(port), { service: service.resource.name, target: String(targetPort) });
      }
    }
  }
  for (const port of real) found.delete(port);
  return found;
}
