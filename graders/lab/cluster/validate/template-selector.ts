import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import {
  isEmptySelector,
  matchesLabels,
  matchesRequirement,
  matchesSelector,
} from '../../../model/workloads/selectors.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, pairs, text } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

/** Controllers that must say which pods are theirs. */
const selecting = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController', 'Job'];

export const templateSelectorLaw = law({
  of: 'pods',
  messages: {
    differs: {
      es: 'El selector pide `{key}: {wanted}` y los pods de la plantilla llevan `{key}: {found}`. El servidor de la API rechaza {kind:este|esta} {kind}.',
      en: 'The selector asks for `{key}: {wanted}` and the pods of the template carry `{key}: {found}`. The API server refuses this {kind}.',
    },
    absent: {
      es: 'El selector pide `{key}: {wanted}` y los pods de la plantilla no llevan la etiqueta `{key}`. El servidor de la API rechaza {kind:este|esta} {kind}.',
      en: 'The selector asks for `{key}: {wanted}` and the pods of the template have no label `{key}`. The API server refuses this {kind}.',
    },
    expression: {
      es: 'Los pods de la plantilla no cumplen esta condición sobre `{key}`. El servidor de la API rechaza {kind:este|esta} {kind}.',
      en: 'The pods of the template do not meet this condition on `{key}`. The API server refuses this {kind}.',
    },
    empty: {
      es: 'El selector de {kind:un|una} {kind} no puede estar vacío: elegiría todos los pods del espacio de nombres.',
      en: 'The selector of a {kind} cannot be empty: it would select every pod of the namespace.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const { owner, labels, selector } = template;
      const { kind } = owner;
      if (!selector || !selecting.includes(kind)) continue;
      if (isEmptySelector(selector)) {
        if (!isOptional(owner)) say('empty', placeOf(owner, selectorHolder(template), 'selector'), { kind });
        continue;
      }
      if (matchesSelector(selector, labels)) continue;
      for (const [key, wanted] of pairs(selector.matchLabels)) {
        const found = own(labels, key);
        const at = placeOf(owner, selector.matchLabels, key);
        if (found === undefined) say('absent', at, { key, wanted, kind });
        else if (!matchesLabels({ [key]: wanted }, labels)) say('differs', at, { key, wanted, found, kind });
      }
      for (const requirement of items(selector.matchExpressions)) {
        if (matchesRequirement(requirement, labels)) continue;
        say('expression', placeOf(owner, requirement), { key: text(requirement.key) ?? '', kind });
      }
    }
  },
});

/** The old kinds and Jobs get a selector by themselves. */
const isOptional = ({ kind, group, apiVersion }: Resource): boolean =>
  kind === 'ReplicationController' || kind === 'Job' || group === 'extensions' || apiVersion === 'apps/v1beta1';

const selectorHolder = ({ owner }: PodTemplate): unknown => (owner.data as { readonly spec?: unknown }).spec;
