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
  image === 'auto' || /^(?:istio|linkerd)-/.test(text(name) ?? '') || parts.test(lastSegment(text(image) ?? ''));

/** Images of the meshes themselves. An image that only comes from a repository called after one is none of them. */
const parts = /^(?:proxyv2|pilot|ztunnel|install-cni|operator|proxy|proxy-init|envoy)(?:[-:@]|$)/;
const lastSegment = (image: string): string => image.slice(image.lastIndexOf('/') + 1);

function hasOwnProxy({
  containers,
  initContainers,
}: {
  containers: readonly Named[];
  initContainers?: readonly Named[];
}) {
  return [...items(containers), ...items(initContainers)].some(isProxy);
}
