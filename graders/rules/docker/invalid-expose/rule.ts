import type { Span } from '../../../core/span.ts';
import type { Env, Word } from '../../../model/dockerfile/dockerfile.ts';
import { expand } from '../../../parse/dockerfile/expand.ts';
import { rule } from '../../rule.ts';
import { instructionsOf, lineage } from '../bases.ts';
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
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      const values = new Map<string, string>();
      for (const instruction of instructionsOf(lineage(dockerfile, stage))) {
        if (instruction.keyword === 'ENV') remember(instruction, values);
        // Of an argument the command line may give another value.
        if (instruction.keyword === 'ARG') for (const { name } of instruction.declares) values.delete(name);
        if (instruction.keyword !== 'EXPOSE' || !stage.instructions.includes(instruction)) continue;
        for (const word of instruction.words) {
          const text = known(word, values, dockerfile.escapeChar);
          for (const found of text?.split(/\s+/) ?? []) judge(found, word.at);
        }
      }
    }

    function judge(found: string, at: Span): void {
      if (found === '' || isMapping(found)) return;
      const [, first, last] = /^["']?(\d+)(?:-(\d+))?(?:\/(?:tcp|udp|sctp)?)?["']?$/i.exec(found) ?? [];
      if (first === undefined) say('format', at, { found });
      else if (Number(first) > 65535 || Number(last ?? 0) > 65535) say('range', at, { found });
      else if (last !== undefined && Number(last) < Number(first)) say('backwards', at, { found });
    }
  },
});

function remember({ sets }: Env, values: Map<string, string>): void {
  for (const { name, value } of sets) {
    if (value && isLiteral(value)) values.set(name, value.text.replace(/^(["'])(.*)\1$/, '$2'));
    else values.delete(name);
  }
}

/** The text of a word, its variables replaced; undefined where the value of one is not certain. */
function known(word: Word, values: ReadonlyMap<string, string>, escapeChar: string): string | undefined {
  if (isLiteral(word)) return word.text;
  const { value, references } = expand(word.text, (name) => values.get(name), escapeChar);
  return references.every(({ name, guarded }) => values.has(name) && !guarded) ? value : undefined;
}
