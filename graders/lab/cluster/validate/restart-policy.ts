import { own } from '../../../core/own.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law } from './law.ts';

export const restartPolicyLaw = law({
  of: 'pods',
  messages: {
    always: {
      es: 'Los pods de {kind:un|una} {kind} solo admiten `restartPolicy: Always`, no `{policy}`: su trabajo no acaba nunca.',
      en: 'The pods of a {kind} only take `restartPolicy: Always`, not `{policy}`: their work never ends.',
    },
    finishes: {
      es: 'Los pods de {kind:un|una} {kind} terminan: su `restartPolicy` es `Never` u `OnFailure`, no `Always`.',
      en: 'The pods of a {kind} finish: their `restartPolicy` is `Never` or `OnFailure`, not `Always`.',
    },
    missing: {
      es: 'Falta `restartPolicy`: por omisión es `Always`, que {kind:un|una} {kind} no admite. Escribe `Never` u `OnFailure`.',
      en: '`restartPolicy` is missing: it defaults to `Always`, which a {kind} does not take. Write `Never` or `OnFailure`.',
    },
    rules: {
      es: '`restartPolicyRules` son excepciones a `restartPolicy`: el contenedor tiene que decir el suyo.',
      en: '`restartPolicyRules` are exceptions to `restartPolicy`: the container must say its own.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const { owner, spec } = template;
      const { kind } = owner;
      for (const { container } of containersOf(template))
        if (items(container.restartPolicyRules).length > 0 && text(container.restartPolicy) === undefined)
          say('rules', placeOf(owner, container, 'restartPolicyRules'), {});
      const { restartPolicy: policy } = spec;
      const at = placeOf(owner, spec, 'restartPolicy');
      if (kind === 'Job' || kind === 'CronJob') {
        if (text(policy) === undefined) say('missing', specKey(template), { kind });
        else if (policy === 'Always') say('finishes', at, { kind });
      } else if (kind !== 'Pod' && policy && policy !== 'Always') {
        say('always', at, { kind, policy });
      }
    }
  },
});

/** The word `spec` of the pod template: where the missing field goes. */
function specKey({ owner, path, spec }: PodTemplate) {
  const template = path.reduce<unknown>((value, key) => own(value as Record<string, unknown>, key), owner.data);
  return keySpanOf(template, 'spec') ?? placeOf(owner, spec);
}
