import { parseReference, type ReferenceProblem } from '../../../lab/image/index.ts';
import type { Dockerfile, Instruction, Word } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { certainly } from '../from-words.ts';
import { isLiteral } from '../words.ts';

export default rule({
  id: 'docker/invalid-image-name',
  severity: 'error',
  title: { es: 'El nombre de la imagen base no se puede leer', en: 'The name of the base image cannot be read' },
  over: 'dockerfile',
  messages: {
    blank: {
      es: '`{image}` se queda en nada: ningún `ARG` delante del primer `FROM` da un valor a esa variable, y sin él tampoco vale `--build-arg`.',
      en: '`{image}` is left with nothing: no `ARG` before the first `FROM` gives that variable a value, and without it `--build-arg` does not count either.',
    },
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
  check(dockerfile, say) {
    const { stages } = dockerfile;
    for (const { index, from, instructions } of stages) {
      const image = from.image.text.replace(/^(["'])(.*)\1$/, '$2');
      const named = stages.slice(0, index).find(({ name }) => name === image.toLowerCase())?.name;
      if (!isLiteral(from.image) || image.includes(dockerfile.escapeChar)) {
        const problem = problemOfExpanded(dockerfile, from.image);
        if (problem) say(problem, from.image.at, { image: image.slice(0, 80) });
        continue;
      }
      for (const { value, at } of instructions.flatMap(copiedFrom)) {
        const isStage = stages.some(({ name }) => name === value.toLowerCase()) || /^\d+$/.test(value);
        const parsed = isStage || value.includes('$') ? undefined : parseReference(value);
        if (parsed?.ok === false) say(messageFor(parsed.problem), at, { image: value.slice(0, 80) });
      }
      if (named === image) continue;
      if (named !== undefined) say('stage', from.image.at, { image, stage: named });
      if (named !== undefined) continue;
      const parsed = parseReference(image);
      if (!parsed.ok) say(messageFor(parsed.problem), from.image.at, { image: image.slice(0, 80) });
    }
  },
});

function copiedFrom({ keyword, flags }: Instruction) {
  if (keyword !== 'COPY') return [];
  return flags.flatMap(({ name, value, valueAt }) => (name === 'from' && value ? [{ value, at: valueAt }] : []));
}

/** What is wrong with an image whatever its variables are given. */
function problemOfExpanded(
  dockerfile: Dockerfile,
  { text }: Word,
): 'blank' | ReturnType<typeof messageFor> | undefined {
  const image = certainly(dockerfile, text);
  if (image === '') return 'blank';
  const parsed = image === undefined ? undefined : parseReference(image);
  return parsed?.ok === false ? messageFor(parsed.problem) : undefined;
}

function messageFor(problem: ReferenceProblem): Exclude<ReferenceProblem, 'empty' | 'space'> {
  return problem === 'empty' || problem === 'space' ? 'format' : problem;
}
