import { readLiteral } from '../../../model/literal/read.ts';
import { literalPieces } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { texts } from '../samples.ts';

export default entry({
  texts: () => texts(/solutions\/[^/]+\/(?:.*\/)?respuesta\.ts$/),
  pieces: [...literalPieces, ' as a', '<any>(', 'a=>', 'a?b:', '[', '{a:', 'async ', '\\u{'],
  run(text) {
    const source = { path: 'respuesta.ts', text };
    const { literal, findings } = readLiteral(source);
    sane(findings, [source]);
    JSON.stringify(literal.value);
  },
});
