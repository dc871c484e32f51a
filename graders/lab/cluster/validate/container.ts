import { containersOf } from '../../../model/workloads/containers.ts';
import { isDnsLabel } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { text } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const containerLaw = law({
  of: 'pods',
  messages: {
    name: {
      es: '`{name}` no sirve como nombre de contenedor: hasta 63 minúsculas, cifras y `-`, sin `-` en los extremos.',
      en: '`{name}` is not a valid container name: at most 63 lowercase letters, digits and `-`, no `-` at the ends.',
    },
    duplicate: {
      es: 'Ya hay otro contenedor llamado `{name}` en este pod. Los de inicio cuentan también.',
      en: 'There is already another container named `{name}` in this pod. Init containers count too.',
    },
    blanks: {
      es: 'La imagen `{image}` tiene espacios alrededor: quítalos.',
      en: 'The image `{image}` has blanks around it: remove them.',
    },
    image: {
      es: 'El contenedor `{name}` no dice qué imagen ejecuta: falta `image`.',
      en: 'The container `{name}` does not say which image it runs: `image` is missing.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const seen = new Set<string>();
      for (const { container } of containersOf(template)) {
        const name = text(container.name);
        const at = placeOf(template.owner, container, 'name');
        if (name !== undefined) {
          if (seen.has(name)) say('duplicate', at, { name });
          else if (!isDnsLabel(name)) say('name', at, { name });
          seen.add(name);
        }
        const image = text(container.image);
        // In a template nobody looks; the pods that are made of it are refused.
        if (image !== undefined && image.trim() !== image && template.owner.kind === 'Pod')
          say('blanks', placeOf(template.owner, container, 'image'), { image });
        if (image === undefined) say('image', at, { name: name ?? '' });
      }
    }
  },
});
