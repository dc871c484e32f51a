import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import { own } from '../../../core/own.ts';
import { type Manifests, ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { containersIn, type PlacedContainer } from '../../../model/workloads/containers.ts';
import { isDnsLabel, isPortName, isPortNumber } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { probesOf } from '../../../model/workloads/probes.ts';
import { servicesIn } from '../../../model/workloads/services.ts';
import { items, object, text } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  number: {
    es: '{port} no es un puerto: van del 1 al 65535.',
    en: '{port} is not a port: they go from 1 to 65535.',
  },
  name: {
    es: '`{name}` no sirve como nombre de puerto: hasta 15 minúsculas, cifras o `-`, con alguna letra, sin `--` ni `-` en los extremos.',
    en: '`{name}` is not a valid port name: at most 15 lowercase letters, digits or `-`, with some letter, no `--` and no `-` at the ends.',
  },
  quoted: {
    es: '`"{name}"` entre comillas es el nombre de un puerto, no su número. Quita las comillas.',
    en: '`"{name}"` in quotes is the name of a port, not its number. Remove the quotes.',
  },
  serviceName: {
    es: '`{name}` no sirve como nombre de puerto de un Service: hasta 63 minúsculas, cifras o `-`, sin `-` en los extremos.',
    en: '`{name}` is not a valid port name for a Service: at most 63 lowercase letters, digits or `-`, no `-` at the ends.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const portLaw = law({
  messages,
  check(manifests, say) {
    for (const container of containersIn(manifests)) checkContainer(container, say);
    checkServices(manifests, say);
    checkPolicies(manifests, say);
  },
});

/** A probe or a hook. */
interface Asked {
  readonly httpGet?: object;
  readonly tcpSocket?: object;
  readonly grpc?: object;
}

function checkContainer({ container, template }: PlacedContainer, say: Sayer): void {
  const { owner } = template;
  for (const port of items(container.ports)) {
    const name = text(port.name);
    if (name !== undefined && !isPortName(name)) say('name', placeOf(owner, port, 'name'), { name });
  }
  const lifecycle = object(container.lifecycle);
  const hooks: readonly (Asked | undefined)[] = [object(lifecycle?.postStart), object(lifecycle?.preStop)];
  for (const asked of [...probesOf(container).map(({ probe }) => probe as Asked), ...hooks]) {
    for (const handler of [asked?.httpGet, asked?.tcpSocket, asked?.grpc])
      checkEither(owner, object(handler), 'port', say);
  }
}

function checkServices(manifests: Manifests, say: Sayer): void {
  for (const { resource, ports } of servicesIn(manifests)) {
    for (const port of ports) {
      if (port.targetPort) checkEither(resource, port, 'targetPort', say);
      const name = text(port.name);
      if (name !== undefined && !isDnsLabel(name)) say('serviceName', placeOf(resource, port, 'name'), { name });
    }
  }
}

function checkPolicies(manifests: Manifests, say: Sayer): void {
  const policies = ofKind<{ spec?: INetworkPolicySpec }>(manifests, 'NetworkPolicy', 'networking.k8s.io');
  for (const policy of policies) {
    const spec = object(policy.data.spec);
    for (const direction of [...items(spec?.ingress), ...items(spec?.egress)]) {
      for (const port of items(direction.ports)) checkEither(policy, port, 'port', say);
    }
  }
}

/** A port by number or by name. */
function checkEither(owner: Resource, holder: object | undefined, field: string, say: Sayer): void {
  const port = own(holder as Record<string, unknown> | undefined, field);
  const at = placeOf(owner, holder, field);
  if (typeof port === 'number' && !isPortNumber(port)) say('number', at, { port: String(port) });
  if (typeof port === 'string' && !isPortName(port)) say(/^\d+$/.test(port) ? 'quoted' : 'name', at, { name: port });
}
