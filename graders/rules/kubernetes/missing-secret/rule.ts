import { placeOf } from '../../../model/workloads/places.ts';
import { referencesOf } from '../../../model/workloads/references.ts';
import { secretsMadeBy } from '../../../model/workloads/secrets.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';
import { isWorld, namesOf } from '../worlds.ts';

export default rule({
  id: 'kubernetes/missing-secret',
  severity: 'info',
  title: { es: 'El Secret no está entre los ficheros', en: 'The Secret is not among the files' },
  over: 'manifests',
  messages: {
    missing: {
      es: 'El Secret `{name}` no está en estos ficheros: tiene que existir en `{namespace}` antes de que arranque el pod.',
      en: 'The Secret `{name}` is not in these files: it must exist in `{namespace}` before the pod starts.',
    },
  },
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    const made = secretsMadeBy(manifests);
    const told = new Set<string>();
    for (const template of podTemplatesOf(manifests)) {
      const { namespace, owner } = template;
      for (const { kind, name, holder, field } of referencesOf(template)) {
        const key = `${namespace}/${name}`;
        if (kind !== 'Secret' || made.has(key) || told.has(key)) continue;
        if (lookalike(name, namesOf(manifests, 'Secret', namespace)) !== undefined) continue;
        told.add(key);
        say('missing', placeOf(owner, holder, field), { name, namespace });
      }
    }
  },
});
