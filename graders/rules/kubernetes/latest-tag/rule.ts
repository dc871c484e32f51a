import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/latest-tag',
  severity: 'warning',
  title: { es: 'La imagen no tiene una versión fija', en: 'The image has no fixed version' },
  related: ['latest-tag', 'CKV_K8S_14', 'container-image-tag', 'tagNotSpecified'],
  over: 'manifests',
  messages: {
    latest: {
      es: '`{image}` usa la etiqueta `latest`: no se sabe qué versión se ejecuta, ni se puede volver a la anterior.',
      en: '`{image}` uses the tag `latest`: there is no telling which version runs, nor a way back to the previous one.',
    },
    untagged: {
      es: '`{image}` no dice qué versión: sin etiqueta se descarga `latest`, que cambia sin avisar.',
      en: '`{image}` does not say which version: without a tag `latest` is pulled, which changes without notice.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const image = text(container.image);
      if (image === undefined || image.includes('@') || isTemplated(image)) continue;
      const tag = /:([^/:]+)$/.exec(image)?.[1];
      if (tag === 'latest') say('latest', placeOf(template.owner, container, 'image'), { image });
      else if (tag === undefined) say('untagged', placeOf(template.owner, container, 'image'), { image });
    }
  },
});

/** Build tools write the image in later; and `auto` is what Istio's injector replaces. */
const isTemplated = (image: string): boolean => /[${}<>\s]/.test(image) || image === 'auto';
