import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/pull-policy',
  severity: 'info',
  production: true,
  title: { es: 'El nodo decide qué imagen se ejecuta', en: 'The node decides which image runs' },
  related: ['pullPolicyNotAlways', 'container-image-pull-policy', 'CKV_K8S_15'],
  over: 'manifests',
  messages: {
    never: {
      es: 'Con `Never` el nodo no descarga `{image}`: donde no esté ya, el pod se queda en `ErrImageNeverPull`.',
      en: 'With `Never` the node does not pull `{image}`: where it is not there yet, the pod stays in `ErrImageNeverPull`.',
    },
    stale: {
      es: 'Con `IfNotPresent` y sin una versión fija, cada nodo se queda con la `{image}` que descargó la primera vez: dos pods pueden ejecutar versiones distintas.',
      en: 'With `IfNotPresent` and no fixed version each node keeps the `{image}` it pulled first: two pods may run different versions.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const image = text(container.image);
      if (image === undefined) continue;
      const at = placeOf(template.owner, container, 'imagePullPolicy');
      if (container.imagePullPolicy === 'Never') say('never', at, { image });
      else if (container.imagePullPolicy === 'IfNotPresent' && moves(image)) say('stale', at, { image });
    }
  },
});

/** Whether what an image is called may be another image tomorrow. */
const moves = (image: string): boolean => !image.includes('@') && /^(?:.*\/)?[^:/]+(?::latest)?$/.test(image);
