import { nearest } from '../../../core/nearest.ts';
import { official } from '../../../lab/image/catalog/official.ts';
import type { Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/unknown-copy-stage',
  severity: 'warning',
  title: { es: '`--from` no nombra ninguna etapa anterior', en: '`--from` names no earlier stage' },
  related: ['DL3022', 'DL3023'],
  over: 'dockerfile',
  messages: {
    suggestion: {
      es: 'No hay ninguna etapa `{stage}` antes de aquí. ¿Querías escribir `{suggestion}`?',
      en: 'There is no stage `{stage}` before this. Did you mean `{suggestion}`?',
    },
    later: {
      es: 'La etapa `{stage}` está más abajo: solo se puede copiar de las anteriores, y Docker buscaría una imagen con ese nombre.',
      en: 'The stage `{stage}` comes later: only earlier ones can be copied from, and Docker would look for an image of that name.',
    },
    itself: {
      es: 'La etapa `{stage}` no puede copiar de sí misma.',
      en: 'The stage `{stage}` cannot copy from itself.',
    },
    number: {
      es: 'No hay ninguna etapa {stage}: se numeran desde 0, y solo se puede copiar de las anteriores.',
      en: 'There is no stage {stage}: they are numbered from 0, and only earlier ones can be copied from.',
    },
  },
  check({ stages }, say) {
    for (const { index, instructions, name: own } of stages) {
      const names = stages.slice(0, index).flatMap(({ name }) => (name === undefined ? [] : [name]));
      for (const { value, at } of instructions.flatMap(fromFlags)) {
        const stage = value.toLowerCase();
        if (names.includes(stage) || value.includes('$') || /[/:.]/.test(value)) continue;
        if (stage === own) say('itself', at, { stage: value });
        else if (/^\d+$/.test(value)) {
          if (Number(value) >= index) say('number', at, { stage: value });
        } else if (stages.some(({ name }) => name === stage)) say('later', at, { stage: value });
        else {
          const suggestion = official.has(stage) ? undefined : nearest(stage, names);
          if (suggestion !== undefined) say('suggestion', at, { stage: value, suggestion });
        }
      }
    }
  },
});

function fromFlags({ keyword, flags }: Instruction) {
  if (keyword !== 'COPY') return [];
  return flags.flatMap(({ name, value, valueAt }) => (name === 'from' && value ? [{ value, at: valueAt }] : []));
}
