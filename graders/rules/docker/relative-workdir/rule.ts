import type { Stage } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { lineage } from '../bases.ts';

export default rule({
  id: 'docker/relative-workdir',
  severity: 'warning',
  title: { es: '`WORKDIR` es una ruta relativa', en: '`WORKDIR` is a relative path' },
  related: ['WorkdirRelativePath', 'DL3000'],
  over: 'dockerfile',
  messages: {
    relative: {
      es: '`WORKDIR {path}` depende del directorio de la imagen base: escribe una ruta absoluta.',
      en: '`WORKDIR {path}` depends on the directory of the base image: write an absolute path.',
    },
  },
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      let known = lineage(dockerfile, stage)
        .stages.slice(1)
        .some(({ instructions }) => setsWorkdir(instructions));
      for (const instruction of stage.instructions) {
        if (instruction.keyword !== 'WORKDIR') continue;
        const { text, at } = instruction.value;
        const absolute = /^["']?(?:\/|\\|[A-Za-z]:|\$)/.test(text);
        if (!absolute && !known) say('relative', at, { path: text });
        known ||= absolute;
      }
    }
  },
});

function setsWorkdir(instructions: Stage['instructions']): boolean {
  return instructions.some(({ keyword }) => keyword === 'WORKDIR');
}
