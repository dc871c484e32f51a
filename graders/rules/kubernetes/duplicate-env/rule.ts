import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/duplicate-env',
  severity: 'warning',
  title: { es: 'La variable está dos veces', en: 'The variable is there twice' },
  related: ['duplicate-env-var', 'environment-variable-key-duplication'],
  over: 'manifests',
  messages: {
    twice: {
      es: 'La variable `{name}` ya está en el contenedor `{container}`: vale la última.',
      en: 'The variable `{name}` is already in the container `{container}`: the last one counts.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const seen = new Map<string, string>();
      for (const variable of items(container.env)) {
        const name = text(variable.name);
        if (name === undefined) continue;
        const before = seen.get(name);
        const value = text(variable.value) ?? '';
        if (before !== undefined && !buildsOn(value, name))
          say('twice', placeOf(template.owner, variable, 'name'), { name, container: text(container.name) ?? '' });
        seen.set(name, value);
      }
    }
  },
});

/** `PATH: $(PATH):/opt/bin` adds to the first value on purpose. */
const buildsOn = (value: string, name: string): boolean => value.includes(`$(${name})`);
