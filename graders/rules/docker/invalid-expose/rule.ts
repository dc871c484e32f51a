import type { Span } from '../../../core/span.ts';
import { readPorts } from '../../../lab/image/index.ts';
import { rule } from '../../rule.ts';
import { visitWithValues } from '../values.ts';

export default rule({
  id: 'docker/invalid-expose',
  severity: 'error',
  title: { es: '`EXPOSE` no lleva un puerto', en: '`EXPOSE` has no port' },
  related: ['DL3011'],
  over: 'dockerfile',
  messages: {
    range: {
      es: 'El puerto de «{found}» tiene que estar entre 1 y 65535.',
      en: 'The port in "{found}" must be between 1 and 65535.',
    },
    backwards: {
      es: 'El intervalo «{found}» va al revés: primero el puerto menor.',
      en: 'The range "{found}" goes backwards: the lower port comes first.',
    },
    format: {
      es: '«{found}» no es un puerto: se espera un número, o un intervalo, y quizá `/tcp`, `/udp` o `/sctp`.',
      en: '"{found}" is not a port: a number or a range is expected, and maybe `/tcp`, `/udp` or `/sctp`.',
    },
  },
  check(dockerfile, say) {
    visitWithValues(dockerfile, (instruction, textOf) => {
      if (instruction.keyword !== 'EXPOSE') return;
      for (const word of instruction.words) {
        // A variable may hold several ports.
        for (const found of textOf(word)?.split(/\s+/) ?? []) judge(found, word.at);
      }
    });

    function judge(found: string, at: Span): void {
      if (found === '') return;
      const ports = readPorts(found);
      if (typeof ports === 'string') say(ports, at, { found });
    }
  },
});
