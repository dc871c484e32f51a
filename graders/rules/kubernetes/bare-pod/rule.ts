import { ofKind } from '../../../model/manifests/manifests.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { isSet, keysOf, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/bare-pod',
  severity: 'info',
  title: { es: 'Un pod suelto', en: 'A bare pod' },
  over: 'manifests',
  messages: {
    bare: {
      es: 'Nadie vuelve a crear el pod `{pod}` si su nodo cae o lo desaloja. Un Deployment sí.',
      en: 'Nobody creates the pod `{pod}` again if its node fails or evicts it. A Deployment does.',
    },
  },
  check(manifests, say) {
    for (const pod of ofKind<{ spec?: { restartPolicy?: string } }>(manifests, 'Pod', '')) {
      const { ownerReferences } = pod.metadata as { readonly ownerReferences?: unknown };
      const policy = object(pod.data.spec)?.restartPolicy ?? 'Always';
      if (policy === 'Always' && !isSet(ownerReferences) && !isManaged(pod.metadata.annotations))
        say('bare', titleOf(pod), { pod: pod.name });
    }
  },
});

/** Static pods belong to the kubelet, and hooks to Helm. */
const isManaged = (annotations: unknown): boolean =>
  keysOf(annotations).some((key) => key.startsWith('helm.sh/hook') || key.startsWith('kubernetes.io/config.'));
