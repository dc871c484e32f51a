import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/empty-continuation',
  severity: 'warning',
  title: { es: 'Hay una línea vacía en medio de una instrucción', en: 'There is an empty line inside an instruction' },
  related: ['NoEmptyContinuation'],
  over: 'dockerfile',
  messages: {
    empty: {
      es: 'Esta línea vacía está en medio de un `{keyword}` que continúa: Docker la salta, y en el futuro será un error.',
      en: 'This empty line is inside a continued `{keyword}`: Docker skips it, and in the future it will be an error.',
    },
  },
  check({ instructions }, say) {
    for (const { emptyLines, keyword } of instructions) {
      for (const at of emptyLines) say('empty', at, { keyword });
    }
  },
});
