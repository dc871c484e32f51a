import type { Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/merge-runs',
  severity: 'info',
  title: { es: 'Varios `RUN` seguidos', en: 'Several `RUN` in a row' },
  related: ['DL3059'],
  over: 'dockerfile',
  messages: {
    merge: {
      es: 'Hay {count} `RUN` seguidos: cada uno deja una capa. Si no ganas nada con la caché, júntalos con `&&` o un heredoc.',
      en: 'There are {count} `RUN` in a row: each leaves a layer. If the cache gains you nothing, join them with `&&` or a heredoc.',
    },
  },
  check({ stages }, say) {
    // Layers of earlier stages do not reach the image, and there the cache is worth more.
    const instructions = stages.at(-1)?.instructions ?? [];
    for (let at = 0; at < instructions.length; ) {
      const end = instructions.findIndex((instruction, index) => index >= at && !isPlainRun(instruction));
      const run = instructions.slice(at, end === -1 ? undefined : end);
      const second = run[1];
      if (run.length > 2 && second) say('merge', second.keywordAt, { count: run.length });
      at += run.length + 1;
    }
  },
});

/** Mounts and heredocs are reasons to stand alone. */
function isPlainRun(instruction: Instruction): boolean {
  return instruction.keyword === 'RUN' && instruction.flags.length === 0 && instruction.heredocs.length === 0;
}
