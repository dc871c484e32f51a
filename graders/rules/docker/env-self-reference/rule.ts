import { rule } from '../../rule.ts';
import { usesIn } from '../words.ts';

export default rule({
  id: 'docker/env-self-reference',
  severity: 'warning',
  title: { es: '`ENV` usa una variable de su misma instrucción', en: '`ENV` uses a variable of its own instruction' },
  related: ['DL3044'],
  over: 'dockerfile',
  messages: {
    self: {
      es: '`{name}` se define en este mismo `ENV`: aquí todavía no tiene ese valor. Sepáralo en dos instrucciones.',
      en: '`{name}` is set in this very `ENV`: it does not have that value here yet. Split it into two instructions.',
    },
  },
  check(dockerfile, say) {
    const known = new Set<string>();
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword === 'FROM') known.clear();
      if (instruction.keyword === 'ARG') for (const { name } of instruction.declares) known.add(name);
      if (instruction.keyword !== 'ENV') continue;
      const own = new Set(instruction.sets.map(({ name }) => name));
      const twice = new Set(
        instruction.sets.flatMap(({ name }, at) =>
          instruction.sets.slice(0, at).some((one) => one.name === name) ? [name] : [],
        ),
      );
      for (const { name: target, value } of instruction.sets) {
        for (const { name, at } of value ? usesIn(value, own, dockerfile) : []) {
          if (own.has(name) && (twice.has(name) || (name !== target && !known.has(name)))) say('self', at, { name });
        }
      }
      for (const name of own) known.add(name);
    }
  },
});
