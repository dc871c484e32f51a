import { parseReference, type ReferenceProblem } from '../../../lab/image/index.ts';
import { rule } from '../../rule.ts';
import { isLiteral } from '../words.ts';

export default rule({
  id: 'docker/invalid-image-name',
  severity: 'error',
  title: { es: 'El nombre de la imagen base no se puede leer', en: 'The name of the base image cannot be read' },
  over: 'dockerfile',
  messages: {
    uppercase: {
      es: 'El nombre de la imagen `{image}` lleva mayúsculas: antes de la etiqueta solo caben minúsculas.',
      en: 'The image name `{image}` has uppercase letters: only lowercase is allowed before the tag.',
    },
    stage: {
      es: '`FROM` busca las etapas en minúsculas: escribe `{stage}`, no `{image}`.',
      en: '`FROM` looks for stages in lowercase: write `{stage}`, not `{image}`.',
    },
    scheme: {
      es: '`{image}` es una dirección web: el nombre de una imagen no lleva `https://`.',
      en: '`{image}` is a web address: the name of an image has no `https://`.',
    },
    tag: {
      es: 'A `{image}` le falta la etiqueta después de los dos puntos, o lleva signos que una etiqueta no admite.',
      en: '`{image}` lacks the tag after the colon, or has characters that a tag does not take.',
    },
    digest: {
      es: 'El resumen de `{image}` no está completo: después de `sha256:` van 64 cifras hexadecimales.',
      en: 'The digest of `{image}` is not complete: 64 hexadecimal digits follow `sha256:`.',
    },
    format: {
      es: '`{image}` no se puede leer como `registro/nombre:etiqueta`.',
      en: '`{image}` cannot be read as `registry/name:tag`.',
    },
  },
  check({ stages }, say) {
    for (const { index, from } of stages) {
      const image = from.image.text.replace(/^(["'])(.*)\1$/, '$2');
      const named = stages.slice(0, index).find(({ name }) => name === image.toLowerCase())?.name;
      if (!isLiteral(from.image) || named === image || image.startsWith('[')) continue;
      if (named !== undefined) say('stage', from.image.at, { image, stage: named });
      if (named !== undefined) continue;
      const parsed = parseReference(image);
      if (!parsed.ok) say(messageFor(parsed.problem), from.image.at, { image: image.slice(0, 80) });
    }
  },
});

function messageFor(problem: ReferenceProblem): Exclude<ReferenceProblem, 'empty' | 'space'> {
  return problem === 'empty' || problem === 'space' ? 'format' : problem;
}
