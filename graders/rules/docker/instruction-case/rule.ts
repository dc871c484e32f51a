import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/instruction-case',
  severity: 'info',
  title: { es: 'Las instrucciones mezclan mayúsculas y minúsculas', en: 'Instructions mix upper and lower case' },
  related: ['ConsistentInstructionCasing'],
  over: 'dockerfile',
  messages: {
    case: {
      es: 'Escribe `{written}` como las demás instrucciones: `{expected}`.',
      en: 'Write `{written}` like the other instructions: `{expected}`.',
    },
  },
  check({ instructions }, say) {
    const upper = instructions.filter(({ written }) => written === written.toUpperCase()).length;
    const lower = instructions.filter(({ written }) => written === written.toLowerCase()).length;
    for (const { written, keywordAt } of instructions) {
      const expected = lower > upper ? written.toLowerCase() : written.toUpperCase();
      if (written !== expected) say('case', keywordAt, { written, expected });
    }
  },
});
