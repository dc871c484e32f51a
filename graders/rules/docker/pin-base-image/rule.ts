import { parseReference } from '../../../lab/image/index.ts';
import { rule } from '../../rule.ts';
import { imageName, lineage } from '../bases.ts';

export default rule({
  id: 'docker/pin-base-image',
  severity: 'warning',
  title: { es: 'La imagen base no dice su versión', en: 'The base image names no version' },
  related: ['DL3006', 'DL3007'],
  over: 'dockerfile',
  messages: {
    untagged: {
      es: '`{image}` no dice la versión, así que significa `{image}:latest`: mañana puede ser otra.',
      en: '`{image}` names no version, so it means `{image}:latest`: tomorrow it may be another one.',
    },
    latest: {
      es: '`{image}` es la última versión del momento: mañana puede ser otra. Escribe una versión o un digest.',
      en: '`{image}` is the latest version of the moment: tomorrow it may be another one. Write a version or a digest.',
    },
  },
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      const image = imageName(dockerfile, stage);
      if (image === undefined || image === 'scratch' || lineage(dockerfile, stage).stages.length > 1) continue;
      const parsed = parseReference(image);
      if (!parsed.ok || parsed.reference.digest !== undefined) continue;
      const { tag, repository } = parsed.reference;
      const { at } = stage.from.image;
      // Distroless names the version in the repository and has no version tags.
      if (tag === undefined) {
        if (!repository.startsWith('gcr.io/distroless/')) say('untagged', at, { image });
      } else if (tag === 'latest') say('latest', at, { image });
    }
  },
});
