import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** @see https://pkg.go.dev/github.com/distribution/reference */
const reference =
  /^(?:(?:[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;

export default rule({
  id: 'kubernetes/invalid-image-name',
  severity: 'warning',
  title: { es: 'El nombre de la imagen no se puede leer', en: 'The name of the image cannot be read' },
  over: 'manifests',
  messages: {
    upper: {
      es: 'El nombre de la imagen `{image}` lleva mayúsculas: el pod se quedará en `InvalidImageName`.',
      en: 'The image name `{image}` has uppercase letters: the pod will stay in `InvalidImageName`.',
    },
    scheme: {
      es: '`{image}` es una dirección web: el nombre de una imagen no lleva `https://`.',
      en: '`{image}` is a web address: the name of an image has no `https://`.',
    },
    malformed: {
      es: '`{image}` no se puede leer como `registro/nombre:etiqueta`: el pod se quedará en `InvalidImageName`.',
      en: '`{image}` cannot be read as `registry/name:tag`: the pod will stay in `InvalidImageName`.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const image = text(container.image);
      if (image === undefined || image.length > 512 || isTemplated(image) || reference.test(image)) continue;
      const at = placeOf(template.owner, container, 'image');
      if (/^https?:\/\//.test(image)) say('scheme', at, { image });
      else if (reference.test(image.toLowerCase())) say('upper', at, { image });
      else say('malformed', at, { image });
    }
  },
});

/** Build tools replace it later: `${IMAGE}`, `{{ .Values.image }}`, `ko://…`, `IMAGE_NAME`. */
const isTemplated = (image: string): boolean => /[${}<>%]|^ko:\/\/|^\s*$|^[A-Z0-9_]+$/.test(image);
