import { parseReference, platformArgs } from '../../../lab/image/index.ts';
import { rule } from '../../rule.ts';
import { imageName } from '../bases.ts';
import { usesOf } from '../words.ts';

export default rule({
  id: 'docker/invalid-default-arg',
  severity: 'warning',
  title: { es: 'Sin argumentos, `FROM` no tiene un nombre válido', en: 'Without arguments, `FROM` has no valid name' },
  related: ['InvalidDefaultArgInFrom'],
  over: 'dockerfile',
  messages: {
    default: {
      es: 'Con los valores por defecto, esta imagen es «{image}», que no es un nombre válido. Da un valor por defecto al `ARG`.',
      en: 'With the defaults, this image is "{image}", which is no valid name. Give the `ARG` a default value.',
    },
  },
  check(dockerfile, say) {
    const known = new Set(dockerfile.globalArgs.flatMap(({ declares }) => declares.map(({ name }) => name)));
    for (const stage of dockerfile.stages) {
      const uses = usesOf(stage.from, new Set([...known, ...Object.keys(platformArgs)]), dockerfile);
      if (uses.length === 0 || uses.some(({ found, guarded }) => !found && !guarded)) continue;
      const image = imageName(dockerfile, stage) ?? '';
      if (!parseReference(image).ok) say('default', stage.from.image.at, { image });
    }
  },
});
