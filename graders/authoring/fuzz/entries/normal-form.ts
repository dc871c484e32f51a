import { normalOf } from '../../../classroom/similar/answer.ts';
import type { AnswerFormat } from '../../../core/exercise.ts';
import { literalPieces, yamlPieces } from '../../damage.ts';
import { Crash, entry } from '../entry.ts';
import { texts } from '../samples.ts';

const formats: readonly AnswerFormat[] = ['manifests', 'literal', 'dockerfile', 'shell', 'service', 'settings'];

/** An answer in its normal form, whatever it is taken for: the same each time, and bounded. */
export default entry({
  texts: () =>
    texts(/solutions\/[^/]+\/(?:respuesta\.(?:yaml|ts)|Dockerfile|servicio\.ts|comandos\.sh|[^/]+-site\.xml)$/),
  pieces: [...literalPieces, ...yamlPieces, '`', '\\', '/*', '*/', '//', "'", 'FROM a AS ', '--from=', '__proto__'],
  run(text) {
    for (const format of formats) {
      const source = { path: format === 'settings' ? 'a-site.xml' : 'respuesta', text };
      const [one, again] = [normalOf(source, format), normalOf(source, format)];
      if (one.text !== again.text || one.facts.length > 3000) throw new Crash(`${format} has no one form`);
    }
  },
});
