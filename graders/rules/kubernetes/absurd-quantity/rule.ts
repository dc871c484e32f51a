import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { milliValue } from '../../../model/workloads/quantities.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isObject, keysOf } from '../../../model/workloads/values.ts';
import { rule, type Say } from '../../rule.ts';

const mebibyte = 1024 * 1024;

/** More cores than almost any machine has: surely thousandths without their `m`. */
const manyCores = 256;

const messages = {
  none: {
    es: '`{resource}: {quantity}` no lleva ningún número: cuenta como 0.',
    en: '`{resource}: {quantity}` has no number: it counts as 0.',
  },
  milli: {
    es: '`{resource}: {quantity}` son milésimas de byte. ¿Querías decir `{meant}`?',
    en: '`{resource}: {quantity}` is thousandths of a byte. Did you mean `{meant}`?',
  },
  tiny: {
    es: '`{resource}: {quantity}` no llega a un mebibyte: sin sufijo son bytes. ¿Falta `Mi` o `Gi`?',
    en: '`{resource}: {quantity}` is less than a mebibyte: without a suffix it is bytes. Is `Mi` or `Gi` missing?',
  },
  cores: {
    es: '`cpu: {quantity}` son {quantity} núcleos. ¿Querías decir `{quantity}m`?',
    en: '`cpu: {quantity}` is {quantity} cores. Did you mean `{quantity}m`?',
  },
} as const;

export default rule({
  id: 'kubernetes/absurd-quantity',
  severity: 'warning',
  title: { es: 'La cantidad es legal y absurda', en: 'The quantity is legal and absurd' },
  over: 'manifests',
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      for (const resources of [
        template.spec.resources,
        ...containersOf(template).map((one) => one.container.resources),
      ]) {
        if (!isObject(resources)) continue;
        for (const map of [resources.requests, resources.limits]) checkQuantities(template.owner, map, say);
      }
    }
  },
});

function checkQuantities(owner: Resource, map: unknown, say: Say<typeof messages>): void {
  for (const resource of keysOf(map)) {
    const written = own(map as Record<string, unknown>, resource);
    if (typeof written !== 'string' && typeof written !== 'number') continue;
    const quantity = String(written);
    const amount = (milliValue(quantity) ?? 0) / 1000;
    const at = placeOf(owner, map, resource);
    if (!/\d/.test(quantity)) say('none', at, { resource, quantity });
    else if (resource === 'cpu') {
      if (amount > manyCores && /^\d+$/.test(quantity)) say('cores', at, { quantity });
    } else if (resource === 'memory' || resource === 'ephemeral-storage') {
      if (/^\d+m$/.test(quantity)) say('milli', at, { resource, quantity, meant: quantity.replace('m', 'Mi') });
      else if (amount > 0 && amount < mebibyte) say('tiny', at, { resource, quantity });
    }
  }
}
