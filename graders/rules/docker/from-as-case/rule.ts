import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/from-as-case',
  severity: 'info',
  title: { es: '`FROM` y `AS` no van igual', en: '`FROM` and `AS` differ in case' },
  related: ['FromAsCasing'],
  over: 'dockerfile',
  messages: {
    case: {
      es: 'Escribe `{as}` como `{from}`: los dos en mayúsculas o los dos en minúsculas.',
      en: 'Write `{as}` like `{from}`: both in uppercase or both in lowercase.',
    },
  },
  check({ stages }, say) {
    for (const { from } of stages) {
      const { asKeyword: word, written } = from;
      if (!word || isUpper(word.text) === isUpper(written) || !isPure(word.text) || !isPure(written)) continue;
      say('case', word.at, { as: word.text, from: written });
    }
  },
});

const isUpper = (word: string): boolean => word === word.toUpperCase();
const isPure = (word: string): boolean => isUpper(word) || word === word.toLowerCase();
