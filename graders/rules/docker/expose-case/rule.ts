import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/expose-case',
  severity: 'info',
  title: { es: 'El protocolo de `EXPOSE` va en minúsculas', en: 'The protocol of `EXPOSE` is lowercase' },
  related: ['ExposeProtoCasing'],
  over: 'dockerfile',
  messages: {
    case: {
      es: 'Escribe el protocolo en minúsculas: `{expected}`.',
      en: 'Write the protocol in lowercase: `{expected}`.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'EXPOSE') continue;
      for (const { text, at } of instruction.words) {
        if (/\/.*[A-Z]/.test(text) && !text.includes('$')) say('case', at, { expected: text.toLowerCase() });
      }
    }
  },
});
