import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { looksSecret } from '../secrets.ts';

export default rule({
  id: 'kubernetes/secret-in-env',
  severity: 'warning',
  title: { es: 'Un secreto a la vista', en: 'A secret in plain sight' },
  related: ['env-var-secret', 'sensitiveContainerEnvVar'],
  over: 'manifests',
  messages: {
    literal: {
      es: 'La variable `{name}` parece un secreto y su valor está escrito en el manifiesto. Léelo de un Secret con `secretKeyRef`.',
      en: 'The variable `{name}` looks like a secret and its value is written in the manifest. Read it from a Secret with `secretKeyRef`.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      for (const variable of items(container.env)) {
        const [name, value] = [text(variable.name), text(variable.value)];
        if (name === undefined || value === undefined || !looksSecret(name, value)) continue;
        say('literal', placeOf(template.owner, variable, 'value'), { name });
      }
    }
  },
});
