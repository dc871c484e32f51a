import type { IToleration } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, text } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  value: {
    es: 'Con `operator: Exists` vale cualquier valor: quita `value`.',
    en: 'With `operator: Exists` any value will do: remove `value`.',
  },
  noKey: {
    es: 'Sin `key` la tolerancia vale para todo, y eso se escribe con `operator: Exists`.',
    en: 'Without `key` the toleration is for everything, and that is written with `operator: Exists`.',
  },
  key: {
    es: '`{key}` no sirve como clave de un taint.',
    en: '`{key}` is not a valid taint key.',
  },
  seconds: {
    es: '`tolerationSeconds` dice cuánto se aguanta antes de ser expulsado: exige `effect: NoExecute`.',
    en: '`tolerationSeconds` says how long to stay before eviction: it demands `effect: NoExecute`.',
  },
} as const;

export const tolerationLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests))
      for (const toleration of items(spec.tolerations)) checkToleration(owner, toleration, say);
  },
});

function checkToleration(owner: Resource, toleration: IToleration, say: Say<typeof messages>): void {
  const { operator = 'Equal', effect } = toleration;
  const key = text(toleration.key);
  if (key === undefined && operator !== 'Exists') say('noKey', placeOf(owner, toleration), {});
  if (key !== undefined && !isQualifiedName(key)) say('key', placeOf(owner, toleration, 'key'), { key });
  if (operator === 'Exists' && text(toleration.value) !== undefined)
    say('value', placeOf(owner, toleration, 'value'), {});
  if (isSet(toleration.tolerationSeconds) && effect !== 'NoExecute')
    say('seconds', placeOf(owner, toleration, 'tolerationSeconds'), {});
}
