import { rule } from '../../rule.ts';
import { isLiteral } from '../words.ts';

export default rule({
  id: 'docker/expose-mapping',
  severity: 'warning',
  title: { es: '`EXPOSE` reparte puertos', en: '`EXPOSE` maps ports' },
  related: ['ExposeInvalidFormat'],
  over: 'dockerfile',
  messages: {
    mapping: {
      es: '`EXPOSE` solo dice el puerto del contenedor: «{found}» parece un reparto de puertos, que se hace al arrancar con `-p`.',
      en: '`EXPOSE` only names the port of the container: "{found}" looks like a port mapping, which is made at run time with `-p`.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'EXPOSE') continue;
      for (const word of instruction.words) {
        if (isLiteral(word) && isMapping(word.text)) say('mapping', word.at, { found: word.text });
      }
    }
  },
});

/** `8080:80`, `127.0.0.1:8080:80/tcp`: Docker builds the image, keeps the last port and forgets the rest. */
function isMapping(text: string): boolean {
  return /^["']?(?:(?:[\d.]*|\[[\da-f:]*\]):)?[\d-]+:[\d-]+(?:\/(?:tcp|udp|sctp)?)?["']?$/i.test(text);
}
