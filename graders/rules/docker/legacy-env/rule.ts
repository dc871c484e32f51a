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
    several: {
      es: 'Escribe `{keyword} {name}=…`: la forma sin `=` está obsoleta y solo admite una variable. Hay {count} instrucciones así.',
      en: 'Write `{keyword} {name}=…`: the form without `=` is deprecated and takes only one variable. There are {count} instructions like it.',
    },
  },
  check({ instructions }, say) {
    const old = instructions.flatMap((instruction) => {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') return [];
      const { legacy, sets, keyword, at } = instruction;
      return legacy && sets[0] ? [{ keyword, name: sets[0].name, at }] : [];
    });
    const [first, ...others] = old;
    if (!first) return;
    const { at, ...facts } = first;
    if (others.length === 0) say('legacy', at, facts);
    else say('several', at, { ...facts, count: old.length });
  },
});
