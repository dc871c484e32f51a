import { own } from '../../../core/own.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/header-case',
  severity: 'warning',
  title: { es: 'Una cabecera con mayúsculas', en: 'A header with capitals' },
  over: 'manifests',
  messages: {
    capitals: {
      es: 'Istio pide los nombres de cabecera en minúsculas: `{lower}`, no `{name}`.',
      en: 'Istio wants header names in lower case: `{lower}`, not `{name}`.',
    },
  },
  check(manifests, say) {
    for (const { resource, http } of readWorld(manifests).virtualServices) {
      for (const { node } of http.flatMap(({ matches }) => matches)) {
        for (const field of ['headers', 'withoutHeaders']) {
          const headers = (own(node, field) ?? {}) as object;
          for (const name of Object.keys(headers)) {
            const lower = name.toLowerCase();
            if (name === lower || name.startsWith('@')) continue;
            say('capitals', keySpanOf(headers, name) ?? resource.at, { name, lower });
          }
        }
      }
    }
  },
});
