import type { IContainerPort, IServicePort } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf, type ServiceView, servicesIn } from '../../../model/workloads/services.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, items, text } from '../../../model/workloads/values.ts';
import { rule, type Say } from '../../rule.ts';

const messages = {
  name: {
    es: 'El Service lleva al puerto llamado `{port}`, y ningún contenedor {kind:del|de la} {kind} `{workload}` llama así a un puerto. Hay: {declared}.',
    en: 'The Service leads to the port named `{port}`, and no container of the {kind} `{workload}` names a port so. There is: {declared}.',
  },
  number: {
    es: 'El Service lleva al puerto {port}, y los contenedores {kind:del|de la} {kind} `{workload}` declaran {declared}.',
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
      const behind = podsOf(service, templates);
      for (const port of service.ports) {
        const deaf = behind.find((template) => !reaches(port, portsOf(template)));
        if (deaf) tell(service, port, deaf, say);
      }
    }
  },
});

const portsOf = (template: PodTemplate): readonly IContainerPort[] =>
  runningContainersOf(template).flatMap(({ container }) => items(container.ports));

/** Where a port of a Service leads: a named port of the pod, or a number. */
const targetOf = ({ targetPort, port }: IServicePort): string | number | undefined =>
  text(targetPort) ?? (integer(targetPort) || integer(port));

/** Whether one of the declared ports is the target. A pod that declares none may listen anywhere. */
function reaches(entry: IServicePort, declared: readonly IContainerPort[]): boolean {
  const target = targetOf(entry);
  if (typeof target === 'string') return declared.some(({ name }) => name === target);
  if (target === undefined || declared.length === 0) return true;
  return declared.some((one) => one.containerPort === target && protocolOf(one) === (text(entry.protocol) ?? 'TCP'));
}

function tell(service: ServiceView, entry: IServicePort, deaf: PodTemplate, say: Say<typeof messages>): void {
  const { kind, name: workload } = deaf.owner;
  const target = targetOf(entry) ?? '';
  const ports = portsOf(deaf);
  const known = typeof target === 'string' ? ports.flatMap(({ name }) => text(name) ?? []) : ports.map(labelOf);
  const at = placeOf(service.resource, entry, entry.targetPort ? 'targetPort' : 'port');
  const other = typeof target === 'number' && text(entry.protocol) ? protocolOf(entry) : 'TCP';
  const facts = {
    port: other === 'TCP' ? String(target) : `${target}/${other}`,
    kind,
    workload,
    declared: known.map(code),
  };
  say(typeof target === 'string' ? 'name' : 'number', at, facts);
}

const protocolOf = ({ protocol }: Pick<IContainerPort, 'protocol'>): string => text(protocol) ?? 'TCP';

function labelOf(port: IContainerPort): string {
  const number = integer(port.containerPort) ?? '?';
  return protocolOf(port) === 'TCP' ? `${number}` : `${number}/${protocolOf(port)}`;
}
