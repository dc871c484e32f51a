import { nearest } from '../../../core/nearest.ts';
import { official } from '../../../lab/image/index.ts';
import type { Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/unknown-copy-stage',
  severity: 'warning',
  title: { es: '`--from` no nombra ninguna etapa anterior', en: '`--from` names no earlier stage' },
  related: ['DL3022'],
  over: 'dockerfile',
  messages: {
    suggestion: {
      es: 'No hay ninguna etapa `{stage}` antes de aquí. ¿Querías escribir `{suggestion}`?',
      en: 'There is no stage `{stage}` before this. Did you mean `{suggestion}`?',
    },
  },
  check({ stages }, say) {
    for (const { index, instructions } of stages) {
      const names = stages.slice(0, index).flatMap(({ name }) => (name === undefined ? [] : [name]));
      for (const { value, at } of instructions.flatMap(fromFlags)) {
        const stage = value.toLowerCase();
        if (stages.some(({ name }) => name === stage) || /[/:.$]|^\d+$/.test(value)) continue;
        const suggestion = official.has(stage) ? undefined : nearest(stage, names);
        if (suggestion !== undefined) say('suggestion', at, { stage: value, suggestion });
      }
    }
  },
});

function fromFlags({ keyword, flags }: Instruction) {
  if (keyword !== 'COPY') return [];
  return flags.flatMap(({ name, value, valueAt }) => (name === 'from' && value ? [{ value, at: valueAt }] : []));
}
