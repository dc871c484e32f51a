import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, object, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** The user that the proxy runs as: its traffic is let through, so that it does not capture itself. */
const proxyUser = 1337;

export default rule({
  id: 'istio/reserved-user',
  severity: 'warning',
  title: { es: 'Un contenedor usa el usuario del proxy', en: 'A container uses the user of the proxy' },
  related: ['IST0144'],
  over: 'manifests',
  messages: {
    reserved: {
      es: 'El usuario 1337 es el del proxy de Istio: lo que salga de aquí no pasará por la malla. Elige otro número.',
      en: 'User 1337 is that of the Istio proxy: what leaves from here will not go through the mesh. Choose another number.',
    },
  },
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests)) {
      const context = object(spec.securityContext);
      if (context?.runAsUser === proxyUser && !hasOwnProxy(spec))
        say('reserved', placeOf(owner, context, 'runAsUser'), {});
      for (const container of [...items(spec.initContainers), ...items(spec.containers)]) {
        const own = object(container.securityContext);
        if (own?.runAsUser === proxyUser && !isProxy(container)) say('reserved', placeOf(owner, own, 'runAsUser'), {});
      }
    }
  },
});

interface Named {
  readonly name?: string;
  readonly image?: string;
}

/** The proxy itself, written out as `istioctl kube-inject` does, a gateway, or a part of Istio. */
const isProxy = ({ name, image }: Named): boolean =>
  /istio|linkerd|envoy/.test(`${text(name) ?? ''} ${text(image) ?? ''}`) || image === 'auto';

function hasOwnProxy({
  containers,
  initContainers,
}: {
  containers: readonly Named[];
  initContainers?: readonly Named[];
}) {
  return [...items(containers), ...items(initContainers)].some(isProxy);
}
