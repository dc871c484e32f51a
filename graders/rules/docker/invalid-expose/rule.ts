import { rule } from '../../rule.ts';
import { isMapping } from '../expose-mapping/rule.ts';
import { isLiteral } from '../words.ts';

export default rule({
  id: 'docker/invalid-expose',
  severity: 'error',
  title: { es: '`EXPOSE` no lleva un puerto', en: '`EXPOSE` has no port' },
  related: ['ExposeInvalidFormat', 'DL3011'],
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
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'EXPOSE') continue;
      for (const word of instruction.words) {
        const { text: found, at } = word;
        if (!isLiteral(word) || isMapping(found)) continue;
        const [, first, last] = /^["']?(\d+)(?:-(\d+))?(?:\/(?:tcp|udp|sctp))?["']?$/i.exec(found) ?? [];
        if (first === undefined) say('format', at, { found });
        else if (Number(first) > 65535 || Number(last ?? 0) > 65535) say('range', at, { found });
        else if (last !== undefined && Number(last) < Number(first)) say('backwards', at, { found });
      }
    }
  },
});
