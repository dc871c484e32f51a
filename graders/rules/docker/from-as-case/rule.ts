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
      // Of `From` the rule on instructions speaks.
      if (!word || !isPure(written) || word.text === likeIn(word.text, written)) continue;
      say('case', word.at, { as: word.text, from: written });
    }
  },
});

const isPure = (word: string): boolean => word === word.toUpperCase() || word === word.toLowerCase();
const likeIn = (word: string, example: string): string =>
  example === example.toLowerCase() ? word.toLowerCase() : word.toUpperCase();
