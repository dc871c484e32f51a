import { isSignal } from '../../../model/dockerfile/arguments.ts';
import type { Instruction, Word } from '../../../model/dockerfile/dockerfile.ts';
import { isMode } from '../../../model/dockerfile/flag-values.ts';
import { rule } from '../../rule.ts';
import { visitWithValues } from '../values.ts';
import { isLiteral } from '../words.ts';

export default rule({
  id: 'docker/refused-value',
  severity: 'error',
  title: {
    es: 'El valor de una variable no vale donde se usa',
    en: 'The value of a variable does not fit where it is used',
  },
  over: 'dockerfile',
  messages: {
    empty: {
      es: '`{keyword} {written}` se queda en nada: la variable no tiene valor aquí, y Docker se niega a construir.',
      en: '`{keyword} {written}` is left with nothing: the variable has no value here, and Docker refuses to build.',
    },
    signal: {
      es: '`{written}` vale «{found}» aquí, que no es una señal, como `SIGTERM` o `15`.',
      en: '`{written}` is "{found}" here, which is no signal, such as `SIGTERM` or `15`.',
    },
    mode: {
      es: '`{written}` vale «{found}» aquí, y `--chmod` espera un número octal, como `755`, o letras, como `u+x`.',
      en: '`{written}` is "{found}" here, and `--chmod` expects an octal number, such as `755`, or letters, such as `u+x`.',
    },
  },
  check(dockerfile, say) {
    visitWithValues(dockerfile, (instruction, textOf) => {
      const { keyword } = instruction;
      for (const { word, refuses } of judged(instruction)) {
        const found = isLiteral(word) ? undefined : textOf(word);
        const problem = found === undefined ? undefined : refuses(found);
        const { text: written, at } = word;
        if (problem === 'empty') say(problem, at, { keyword, written });
        else if (problem !== undefined && found !== undefined) say(problem, at, { written, found });
      }
    });
  },
});

type Problem = 'empty' | 'signal' | 'mode';

/**
 * The words that are judged once their variables are replaced.
 * @see https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/dockerfile2llb/convert.go
 */
function judged(
  instruction: Instruction,
): readonly { readonly word: Word; readonly refuses: (text: string) => Problem | undefined }[] {
  switch (instruction.keyword) {
    case 'STOPSIGNAL':
      return [
        { word: instruction.value, refuses: (text) => (text === '' ? 'empty' : isSignal(text) ? undefined : 'signal') },
      ];
    case 'VOLUME':
      return instruction.words.map((word) => ({ word, refuses: (text) => (text === '' ? 'empty' : undefined) }));
    case 'COPY':
    case 'ADD':
      return instruction.flags.flatMap(({ name, value, valueAt }) =>
        name === 'chmod' && value !== undefined
          ? [
              {
                word: { text: value, at: valueAt },
                refuses: (text: string) => (text === '' || isMode(text) ? undefined : 'mode'),
              },
            ]
          : [],
      );
    default:
      return [];
  }
}
