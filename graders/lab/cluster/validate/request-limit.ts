import { own } from '../../../core/own.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { keysOf, object, text } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';
import { isIndivisible } from './resource-names.ts';

const messages = {
  exceeds: {
    es: 'Pide {requested} de `{resource}` y su límite es {limit}. La petición no puede pasar del límite.',
    en: 'It requests {requested} of `{resource}` and its limit is {limit}. A request cannot exceed its limit.',
  },
  unequal: {
    es: '`{resource}` no se puede compartir: la petición ({requested}) y el límite ({limit}) tienen que ser iguales.',
    en: '`{resource}` cannot be shared: the request ({requested}) and the limit ({limit}) must be equal.',
  },
  noLimit: {
    es: '`{resource}` no se puede compartir: además de la petición hace falta un límite igual.',
    en: '`{resource}` cannot be shared: besides the request it needs an equal limit.',
  },
} as const;

export const requestLimitLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      checkResources(template, template.spec.resources, say);
      for (const { container } of containersOf(template)) checkResources(template, container.resources, say);
    }
  },
});

type Resources = { readonly requests?: object; readonly limits?: object } | null | undefined;

function checkResources({ owner }: PodTemplate, resources: Resources, say: Say<typeof messages>): void {
  const requests = object(resources?.requests) as Record<string, unknown> | undefined;
  const limits = object(resources?.limits) as Record<string, unknown> | undefined;
  for (const resource of keysOf(requests)) {
    const request = parseQuantity(own(requests, resource));
    const limit = parseQuantity(own(limits, resource));
    if (request === undefined) continue;
    const at = placeOf(owner, requests, resource);
    const requested = String(own(requests, resource));
    if (limit === undefined) {
      if (isIndivisible(resource) && text(own(limits, resource)) === undefined) say('noLimit', at, { resource });
    } else if (isIndivisible(resource) && request !== limit) {
      say('unequal', at, { resource, requested, limit: String(own(limits, resource)) });
    } else if (request > limit) {
      say('exceeds', at, { resource, requested, limit: String(own(limits, resource)) });
    }
  }
}
