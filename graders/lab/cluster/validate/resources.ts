import type { IContainer } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { milliValue, parseQuantity } from '../../../model/workloads/quantities.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, keysOf, object, text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';
import { isContainerResource, isExtendedResource } from './resource-names.ts';

const messages = {
  name: {
    es: '`{resource}` no es un recurso de un contenedor: los hay `cpu`, `memory`, `ephemeral-storage`, `hugepages-…` y los que llevan dominio, como `nvidia.com/gpu`.',
    en: '`{resource}` is not a resource of a container: there are `cpu`, `memory`, `ephemeral-storage`, `hugepages-…` and those with a domain, such as `nvidia.com/gpu`.',
  },
  podName: {
    es: '`{resource}` no se pide para el pod entero: solo `cpu`, `memory` y `hugepages-…`.',
    en: '`{resource}` is not asked for by a whole pod: only `cpu`, `memory` and `hugepages-…` are.',
  },
  whole: {
    es: 'De `{resource}` solo hay enteros, y aquí hay {amount}.',
    en: 'There are only whole `{resource}`, and here it is {amount}.',
  },
  pages: {
    es: '`{resource}: {amount}` no es un número entero de páginas de ese tamaño.',
    en: '`{resource}: {amount}` is not a whole number of pages of that size.',
  },
  podClaims: {
    es: 'Los dispositivos los pide cada contenedor: `claims` no va en los recursos del pod entero.',
    en: 'Devices are asked for by each container: `claims` does not go in the resources of a whole pod.',
  },
  pagesAlone: {
    es: 'Quien pide páginas enormes pide también `cpu` o `memory`.',
    en: 'Who asks for huge pages asks for `cpu` or `memory` too.',
  },
  claim: {
    es: 'El contenedor usa `{claim}`, que no está en `spec.resourceClaims` del pod.',
    en: 'The container uses `{claim}`, which is not in `spec.resourceClaims` of the pod.',
  },
  repeated: {
    es: '`{name}` aparece dos veces.',
    en: '`{name}` appears twice.',
  },
  resize: {
    es: '`resizePolicy` es para `cpu` y `memory`, no para `{resource}`.',
    en: '`resizePolicy` is for `cpu` and `memory`, not for `{resource}`.',
  },
} as const;

type Sayer = Say<typeof messages>;
type Requirements = IContainer['resources'];

export const resourcesLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      checkRequirements(template, object(template.spec.resources), say, true);
      const claims = object(template.spec.resources)?.claims;
      if (isSet(claims)) say('podClaims', placeOf(template.owner, template.spec.resources, 'claims'), {});
      checkRequirements(template, { limits: template.spec.overhead } as Requirements, say, false);
      for (const { container } of containersOf(template)) {
        checkRequirements(template, object(container.resources), say, false);
        checkResize(template, container, say);
      }
    }
  },
});

function checkRequirements(template: PodTemplate, requirements: Requirements, say: Sayer, ofPod: boolean): void {
  const { owner } = template;
  const maps = [object(requirements?.limits), object(requirements?.requests)];
  for (const map of maps) {
    for (const resource of keysOf(map)) {
      const amount = own(map as Record<string, unknown>, resource);
      const at = keySpanOf(map, resource) ?? placeOf(owner, map);
      const isKnown = ofPod ? /^(?:cpu|memory|hugepages-.*)$/.test(resource) : isContainerResource(resource);
      if (!isKnown) say(ofPod ? 'podName' : 'name', at, { resource });
      else if (isExtendedResource(resource) && (milliValue(amount) ?? 0) % 1000 !== 0)
        say('whole', placeOf(owner, map, resource), { resource, amount: String(amount) });
      else if (resource.startsWith('hugepages-') && !areWholePages(resource, amount))
        say('pages', placeOf(owner, map, resource), { resource, amount: String(amount) });
    }
  }
  const asked = maps.flatMap(keysOf);
  const pages = asked.some((resource) => resource.startsWith('hugepages-'));
  if (pages && !asked.includes('cpu') && !asked.includes('memory'))
    say('pagesAlone', placeOf(owner, maps[0] ?? maps[1]), {});
  checkClaims(template, requirements, say);
}

function areWholePages(resource: string, amount: unknown): boolean {
  const size = parseQuantity(resource.replace('hugepages-', ''));
  const asked = parseQuantity(amount);
  if (asked === undefined) return true;
  return size !== undefined && size > 0n && size % 1_000_000_000n === 0n && asked % size === 0n;
}

function checkClaims({ owner, spec }: PodTemplate, requirements: Requirements, say: Sayer): void {
  const declared = new Set(items(spec.resourceClaims).map(({ name }) => name));
  const used = new Set<string>();
  for (const claim of items(requirements?.claims)) {
    const name = text(claim.name);
    if (name === undefined) continue;
    const key = `${name}/${text(claim.request) ?? ''}`;
    if (!declared.has(name)) say('claim', placeOf(owner, claim, 'name'), { claim: name });
    else if (used.has(key)) say('repeated', placeOf(owner, claim, 'name'), { name });
    used.add(key);
  }
}

function checkResize({ owner }: PodTemplate, container: IContainer, say: Sayer): void {
  const seen = new Set<string>();
  for (const policy of items(container.resizePolicy)) {
    const resource = text(policy.resourceName);
    if (resource === undefined) continue;
    const at = placeOf(owner, policy, 'resourceName');
    if (resource !== 'cpu' && resource !== 'memory') say('resize', at, { resource });
    else if (seen.has(resource)) say('repeated', at, { name: resource });
    seen.add(resource);
  }
}
