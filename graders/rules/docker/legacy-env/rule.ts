import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/legacy-env',
  severity: 'warning',
  title: { es: '`ENV` o `LABEL` sin signo igual', en: '`ENV` or `LABEL` without an equals sign' },
  related: ['LegacyKeyValueFormat'],
  over: 'dockerfile',
  messages: {
    legacy: {
      es: 'Escribe `{keyword} {name}=…`: la forma sin `=` está obsoleta y solo admite una variable.',
      en: 'Write `{keyword} {name}=…`: the form without `=` is deprecated and takes only one variable.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') continue;
      const { legacy, sets, keyword, at } = instruction;
      if (legacy && sets[0]) say('legacy', at, { keyword, name: sets[0].name });
    }
  },
});
