import type { IDaemonSetUpdateStrategy, IDeploymentSpec, IStatefulSetUpdateStrategy } from 'kubernetes-models/apps/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type IntOrPercent, isZero, parseIntOrPercent } from '../../../model/workloads/int-or-percent.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { integer, isSet, object } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  value: {
    es: '`{field}: {value}` no es ni un número entero de pods ni un porcentaje como `25%`.',
    en: '`{field}: {value}` is neither a whole number of pods nor a percentage such as `25%`.',
  },
  over: {
    es: '`{field}: {value}` pasa del 100 %.',
    en: '`{field}: {value}` is over 100%.',
  },
  stuck: {
    es: '`maxSurge` y `maxUnavailable` son 0: el despliegue no podría ni crear un pod nuevo ni quitar uno viejo.',
    en: '`maxSurge` and `maxUnavailable` are 0: the rollout could neither create a new pod nor remove an old one.',
  },
  daemonBoth: {
    es: 'En un DaemonSet solo uno de `maxSurge` y `maxUnavailable` puede ser mayor que 0. Sin escribirlo, `maxUnavailable` es 1.',
    en: 'In a DaemonSet only one of `maxSurge` and `maxUnavailable` may be greater than 0. When omitted, `maxUnavailable` is 1.',
  },
  otherStrategy: {
    es: '`rollingUpdate` ajusta la estrategia `RollingUpdate`, y esta es `{type}`. Quítalo.',
    en: '`rollingUpdate` tunes the `RollingUpdate` strategy, and this one is `{type}`. Remove it.',
  },
  deadline: {
    es: '`progressDeadlineSeconds` ({deadline}) tiene que ser mayor que `minReadySeconds` ({ready}).',
    en: '`progressDeadlineSeconds` ({deadline}) must be greater than `minReadySeconds` ({ready}).',
  },
} as const;

type Sayer = Say<typeof messages>;
type Strategy = IDaemonSetUpdateStrategy | IStatefulSetUpdateStrategy | IDeploymentSpec['strategy'];

/** Where each controller keeps its strategy. */
const fields: Readonly<Record<string, string>> = {
  Deployment: 'strategy',
  DaemonSet: 'updateStrategy',
  StatefulSet: 'updateStrategy',
};

export const rolloutLaw = law({
  messages,
  check({ resources }, say) {
    for (const owner of resources) {
      const field = owner.group === 'apps' ? own(fields, owner.kind) : undefined;
      const spec = object((owner.data as { spec?: Record<string, unknown> }).spec);
      if (field === undefined || !spec) continue;
      checkStrategy(owner, object(own(spec, field) as Strategy), say);
      if (owner.kind === 'Deployment') checkDeadline(owner, spec, say);
    }
  },
});

function checkStrategy(owner: Resource, strategy: Strategy, say: Sayer): void {
  const { type: written, rollingUpdate } = strategy ?? {};
  const type = written || 'RollingUpdate';
  const update = object(rollingUpdate) as Record<string, unknown> | undefined;
  if (!update) return;
  if (type !== 'RollingUpdate') {
    if (typeof type === 'string' && owner.kind !== 'DaemonSet')
      say('otherStrategy', placeOf(owner, strategy, 'rollingUpdate'), { type });
    return;
  }
  // How many of a StatefulSet may be missing belongs to a gate that is off: the field is dropped.
  if (owner.kind === 'StatefulSet') return;
  const surge = read(owner, update, 'maxSurge', say);
  const unavailable = read(owner, update, 'maxUnavailable', say);
  const zeroSurge = surge ? isZero(surge) : owner.kind === 'DaemonSet' && !isSet(update.maxSurge);
  const zeroUnavailable = unavailable !== undefined && isZero(unavailable);
  if (zeroSurge && zeroUnavailable) say('stuck', placeOf(owner, update, 'maxUnavailable'), {});
  if (owner.kind === 'DaemonSet' && surge && !zeroSurge && !zeroUnavailable)
    say('daemonBoth', placeOf(owner, update, 'maxSurge'), {});
}

function read(owner: Resource, update: Record<string, unknown>, field: string, say: Sayer): IntOrPercent | undefined {
  const value = own(update, field);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const amount = parseIntOrPercent(value);
  const at = placeOf(owner, update, field);
  if (!amount) say('value', at, { field, value: JSON.stringify(value) });
  else if (field === 'maxUnavailable' && 'percent' in amount && amount.percent > 100) say('over', at, { field, value });
  return amount;
}

function checkDeadline(owner: Resource, spec: Record<string, unknown>, say: Sayer): void {
  const ready = integer(spec.minReadySeconds) ?? 0;
  const deadline = integer(spec.progressDeadlineSeconds) ?? 600;
  if (deadline > ready) return;
  const field = isSet(spec.progressDeadlineSeconds) ? 'progressDeadlineSeconds' : 'minReadySeconds';
  say('deadline', placeOf(owner, spec, field), { deadline, ready });
}
