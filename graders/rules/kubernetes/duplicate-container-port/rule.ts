import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/duplicate-container-port',
  severity: 'warning',
  title: { es: 'Dos contenedores del pod abren el mismo puerto', en: 'Two containers of the pod open the same port' },
  over: 'manifests',
  messages: {
    port: {
      es: 'El contenedor `{other}` ya abre el puerto {port} de este pod: los contenedores comparten la red y el segundo no podrá escuchar.',
      en: 'The container `{other}` already opens port {port} of this pod: containers share the network and the second cannot listen.',
    },
    same: {
      es: 'El puerto {port} está dos veces en el contenedor `{other}`.',
      en: 'Port {port} is twice in the container `{other}`.',
    },
    name: {
      es: 'El contenedor `{other}` ya llama `{name}` a un puerto: un Service que lo pida por nombre irá al primero.',
      en: 'The container `{other}` already names a port `{name}`: a Service that asks for it by name goes to the first.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const numbers = new Map<string, string>();
      const names = new Map<string, string>();
      for (const { container } of runningContainersOf(template)) {
        const own = text(container.name) ?? '';
        for (const entry of items(container.ports)) {
          const port = integer(entry.containerPort);
          const key = `${text(entry.protocol) ?? 'TCP'}/${text(entry.hostIP) ?? ''}/${port}`;
          const other = numbers.get(key);
          if (port !== undefined && other !== undefined)
            say(other === own ? 'same' : 'port', placeOf(template.owner, entry, 'containerPort'), {
              other,
              port: String(port),
            });
          numbers.set(key, other ?? own);
          const name = text(entry.name);
          const named = name === undefined ? undefined : names.get(name);
          if (name !== undefined && named !== undefined && named !== own)
            say('name', placeOf(template.owner, entry, 'name'), { other: named, name });
          if (name !== undefined) names.set(name, named ?? own);
        }
      }
    }
  },
});
