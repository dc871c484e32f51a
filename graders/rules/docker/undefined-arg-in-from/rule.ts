import { nearest } from '../../../core/nearest.ts';
import { platformArgs } from '../../../lab/image/index.ts';
import { rule } from '../../rule.ts';
import { usesOf } from '../words.ts';

export default rule({
  id: 'docker/undefined-arg-in-from',
  severity: 'warning',
  title: { es: '`FROM` usa una variable que no está declarada', en: '`FROM` uses a variable that is not declared' },
  related: ['UndefinedArgInFrom'],
  over: 'dockerfile',
  messages: {
    undefined: {
      es: '`{name}` no está declarada: `FROM` solo ve los `ARG` que van antes del primer `FROM`.',
      en: '`{name}` is not declared: `FROM` only sees the `ARG`s before the first `FROM`.',
    },
    suggestion: {
      es: '`{name}` no está declarada antes del primer `FROM`. ¿Querías escribir `{suggestion}`?',
      en: '`{name}` is not declared before the first `FROM`. Did you mean `{suggestion}`?',
    },
  },
  check(dockerfile, say) {
    const declared = dockerfile.globalArgs.flatMap(({ declares }) => declares.map(({ name }) => name));
    const known = new Set([...declared, ...Object.keys(platformArgs)]);
    for (const { from } of dockerfile.stages) {
      for (const { name, found, guarded, at } of usesOf(from, known, dockerfile)) {
        if (found || guarded) continue;
        const suggestion = nearest(name, declared);
        if (suggestion === undefined) say('undefined', at, { name });
        else say('suggestion', at, { name, suggestion });
      }
    }
  },
});
