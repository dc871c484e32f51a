import type { IIngressServiceBackend, IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import { code } from '../../../core/code.ts';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type ServiceView, servicesIn, servicesOfNamespace } from '../../../model/workloads/services.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { integer, items, object, text } from '../../../model/workloads/values.ts';
import { rule, type Say } from '../../rule.ts';
import { isWorld } from '../worlds.ts';

const messages = {
  missing: {
    es: 'El Ingress lleva al Service `{service}`, que no está en estos ficheros. Hay: {known}.',
    en: 'The Ingress leads to the Service `{service}`, which is not in these files. There is: {known}.',
  },
  slip: {
    es: 'El Ingress lleva al Service `{service}`, que no existe. ¿Querías decir `{near}`?',
    en: 'The Ingress leads to the Service `{service}`, which does not exist. Did you mean `{near}`?',
  },
  port: {
    es: 'El Ingress pide el puerto `{port}` del Service `{service}`, que no lo abre. Abre: {known}.',
    en: 'The Ingress asks for port `{port}` of the Service `{service}`, which does not open it. It opens: {known}.',
  },
} as const;

export default rule({
  id: 'kubernetes/ingress-backend',
  severity: 'warning',
  title: {
    es: 'El Ingress lleva a un Service que no responde',
    en: 'The Ingress leads to a Service that does not answer',
  },
  related: ['dangling-ingress', 'ingress-targets-service'],
  over: 'manifests',
  messages,
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    const services = servicesIn(manifests);
    for (const ingress of ofKind<{ spec?: IIngressSpec }>(manifests, 'Ingress', 'networking.k8s.io')) {
      const here = servicesOfNamespace(services, ingress.namespace);
      if (here.length === 0) continue;
      for (const backend of backendsOf(object(ingress.data.spec))) checkBackend(ingress, backend, here, say);
    }
  },
});

function backendsOf(spec: IIngressSpec | undefined): readonly IIngressServiceBackend[] {
  const paths = items(spec?.rules).flatMap(({ http }) => items(object(http)?.paths));
  return [object(spec?.defaultBackend), ...paths.map(({ backend }) => object(backend))].flatMap(
    (backend) => object(backend?.service) ?? [],
  );
}

function checkBackend(
  ingress: Resource,
  backend: IIngressServiceBackend,
  services: readonly ServiceView[],
  say: Say<typeof messages>,
): void {
  const service = text(backend.name);
  if (service === undefined) return;
  const found = services.filter(({ resource }) => resource.name === service);
  if (found.length === 0) {
    const names = services.map(({ resource }) => resource.name);
    const near = lookalike(service, names);
    const at = placeOf(ingress, backend, 'name');
    if (near === undefined) say('missing', at, { service, known: names.map(code) });
    else say('slip', at, { service, near });
    return;
  }
  const asked = object(backend.port);
  const [name, number] = [text(asked?.name), integer(asked?.number)];
  const ports = found.flatMap((one) => one.ports);
  if (ports.some((port) => (name === undefined ? port.port === number : port.name === name))) return;
  const known = ports.map(
    (port) => `\`${(name === undefined ? undefined : text(port.name)) ?? integer(port.port) ?? '?'}\``,
  );
  const at = placeOf(ingress, asked, name === undefined ? 'number' : 'name');
  say('port', at, { port: name ?? String(number), service, known });
}
