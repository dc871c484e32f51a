import type { Text } from '../../core/text.ts';
import { containerNamed, type Engine, imageNamed, readFile } from '../../lab/image/index.ts';
import type { Goal } from './params.ts';

const states: Readonly<Record<'created' | 'running' | 'exited', Text>> = {
  created: { es: 'está creado, pero sin arrancar', en: 'was created and not started' },
  running: { es: 'está en marcha', en: 'is running' },
  exited: { es: 'está detenido', en: 'is stopped' },
};

/** What there is in the end of what a goal asks about, as a sentence. */
export function foundInstead(engine: Engine, { container, file, image }: Goal): Text {
  if (container !== undefined) return containerFound(engine, container, file);
  const there = image !== undefined && imageNamed(engine, image) !== undefined;
  return there
    ? {
        es: `Al terminar, la imagen \`${image}\` está en la máquina.`,
        en: `In the end the image \`${image}\` is there.`,
      }
    : { es: `Al terminar, no hay ninguna imagen \`${image}\`.`, en: `In the end there is no image \`${image}\`.` };
}

function containerFound(engine: Engine, name: string, file: string | undefined): Text {
  const container = containerNamed(engine, name);
  if (!container) {
    return {
      es: `Al terminar, no existe ningún contenedor \`${name}\`.`,
      en: `In the end there is no container \`${name}\`.`,
    };
  }
  const state = states[container.state];
  const text = file === undefined ? undefined : readFile(engine, container, file);
  const content: Text =
    file === undefined
      ? { es: '', en: '' }
      : text === undefined
        ? { es: ` y no tiene \`${file}\``, en: ` and has no \`${file}\`` }
        : { es: ` y su \`${file}\` dice «${text}»`, en: ` and its \`${file}\` says "${text}"` };
  return {
    es: `Al terminar, \`${name}\` ${state.es}${content.es}.`,
    en: `In the end \`${name}\` ${state.en}${content.en}.`,
  };
}
