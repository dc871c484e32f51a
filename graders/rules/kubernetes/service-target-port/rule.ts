import type { IContainerPort, IServicePort } from 'kubernetes-models/v1';
import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf, type ServiceView, servicesIn } from '../../../model/workloads/services.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, items, text } from '../../../model/workloads/values.ts';
import { rule, type Say } from '../../rule.ts';

const messages = {
  name: {
    es: 'El Service lleva al puerto llamado `{port}`, y ningún contenedor del {kind} `{workload}` llama así a un puerto. Hay: {declared}.',
    en: 'The Service leads to the port named `{port}`, and no container of the {kind} `{workload}` names a port so. There is: {declared}.',
  },
  number: {
    es: 'El Service lleva al puerto {port}, y los contenedores del {kind} `{workload}` declaran {declared}.',
    en: 'The Service leads to port {port}, and the containers of the {kind} `{workload}` declare {declared}.',
  },
} as const;

export default rule({
  id: 'kubernetes/service-target-port',
  severity: 'warning',
  title: {
    es: 'El Service lleva a un puerto que el pod no abre',
    en: 'The Service leads to a port the pod does not open',
  },
  related: ['service-targets-pod'],
  over: 'manifests',
  messages,
  check(manifests, say) {
    const templates = podTemplatesOf(manifests);
    for (const service of servicesIn(manifests)) {
      if (service.spec.clusterIP === 'None') continue;
      for (const port of service.ports)
        for (const template of podsOf(service, templates)) checkPort(service, port, template, say);
    }
  },
});

function checkPort(service: ServiceView, entry: IServicePort, template: PodTemplate, say: Say<typeof messages>): void {
  const declared = runningContainersOf(template).flatMap(({ container }) => items(container.ports));
  const { kind, name: workload } = template.owner;
  const named = text(entry.targetPort);
  const at = placeOf(service.resource, entry, entry.targetPort ? 'targetPort' : 'port');
  if (named !== undefined) {
    const names = declared.flatMap(({ name }) => text(name) ?? []);
    if (!names.includes(named))
      say('name', at, { port: named, kind, workload, declared: names.map((name) => `\`${name}\``) });
    return;
  }
  const port = integer(entry.targetPort) || integer(entry.port);
  if (port === undefined || declared.length === 0) return;
  const protocol = text(entry.protocol) ?? 'TCP';
  const numbers = declared.filter((one) => protocolOf(one) === protocol).map(({ containerPort }) => containerPort);
  if (!numbers.includes(port))
    say('number', at, { port: String(port), kind, workload, declared: declared.map((one) => `\`${labelOf(one)}\``) });
}

const protocolOf = ({ protocol }: IContainerPort): string => text(protocol) ?? 'TCP';

const labelOf = (port: IContainerPort): string =>
  protocolOf(port) === 'TCP' ? String(port.containerPort) : `${port.containerPort}/${protocolOf(port)}`;
