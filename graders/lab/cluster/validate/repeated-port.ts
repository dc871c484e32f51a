import type { IServicePort, IServiceSpec } from 'kubernetes-models/v1';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, items, text } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  containerName: {
    es: 'Dos puertos del contenedor `{container}` se llaman `{name}`. Cada nombre de puerto aparece una vez por contenedor.',
    en: 'Two ports of the container `{container}` are named `{name}`. A port name appears once per container.',
  },
  hostPort: {
    es: 'El puerto {port} del nodo ya lo pide otro puerto de este mismo pod.',
    en: 'Port {port} of the node is already asked for by another port of this same pod.',
  },
  serviceName: {
    es: 'Dos puertos del Service se llaman `{name}`. Cada puerto necesita un nombre propio.',
    en: 'Two ports of the Service are named `{name}`. Each port needs a name of its own.',
  },
  servicePort: {
    es: 'El Service ya abre el puerto {port} por {protocol}.',
    en: 'The Service already opens port {port} over {protocol}.',
  },
  nodePort: {
    es: 'El Service ya usa el `nodePort` {port} por {protocol}.',
    en: 'The Service already uses the `nodePort` {port} over {protocol}.',
  },
} as const;

export const repeatedPortLaw = law({
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) checkPod(template, say);
    for (const service of ofKind<{ readonly spec?: IServiceSpec }>(manifests, 'Service', '')) {
      checkService(service, items(service.data.spec?.ports), say);
    }
  },
});

function checkPod(template: PodTemplate, say: Say<typeof messages>): void {
  const ofMain = new Set<string>();
  for (const { container, role } of containersOf(template)) {
    const names = new Set<string>();
    const hostPorts = role === 'main' ? ofMain : new Set<string>();
    for (const port of items(container.ports)) {
      const name = text(port.name);
      if (name !== undefined && isRepeated(names, name))
        say('containerName', placeOf(template.owner, port, 'name'), { container: text(container.name) ?? '', name });
      const hostPort = integer(port.hostPort);
      if (!hostPort) continue;
      const key = `${text(port.protocol) ?? 'TCP'}/${text(port.hostIP) ?? ''}/${hostPort}`;
      if (isRepeated(hostPorts, key)) say('hostPort', placeOf(template.owner, port, 'hostPort'), { port: hostPort });
    }
  }
}

function checkService(service: Resource, ports: readonly IServicePort[], say: Say<typeof messages>): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  const nodePorts = new Set<string>();
  for (const entry of ports) {
    const protocol = text(entry.protocol) ?? 'TCP';
    const { name, port, nodePort } = {
      name: text(entry.name),
      port: integer(entry.port),
      nodePort: integer(entry.nodePort),
    };
    if (name !== undefined && isRepeated(names, name)) say('serviceName', placeOf(service, entry, 'name'), { name });
    if (port !== undefined && isRepeated(numbers, `${protocol}/${port}`))
      say('servicePort', placeOf(service, entry, 'port'), { port, protocol });
    if (nodePort && isRepeated(nodePorts, `${protocol}/${nodePort}`))
      say('nodePort', placeOf(service, entry, 'nodePort'), { port: nodePort, protocol });
  }
}

function isRepeated(seen: Set<string>, key: string): boolean {
  const repeated = seen.has(key);
  seen.add(key);
  return repeated;
}
