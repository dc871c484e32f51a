import { code } from '../../../core/code.ts';
import { autoscalersIn, scales } from '../../../model/workloads/autoscalers.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isWorld } from '../worlds.ts';

const scalable = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];
const notScalable = ['DaemonSet', 'Pod', 'Job', 'CronJob', 'Service'];

export default rule({
  id: 'kubernetes/hpa-target',
  severity: 'warning',
  title: { es: 'El autoescalador no encuentra qué escalar', en: 'The autoscaler does not find what to scale' },
  related: ['dangling-horizontalpodautoscaler', 'horizontalpodautoscaler-has-target'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'No hay {kind:ningún|ninguna} {kind} `{name}` que escalar. Hay: {known}.',
      en: 'There is no {kind} `{name}` to scale. There is: {known}.',
    },
    slip: {
      es: 'No hay {kind:ningún|ninguna} {kind} `{name}` que escalar. ¿Querías decir `{near}`?',
      en: 'There is no {kind} `{name}` to scale. Did you mean `{near}`?',
    },
    kind: {
      es: '`{name}` es {found:un|una} {found}, no {kind:un|una} {kind}.',
      en: '`{name}` is a {found}, not a {kind}.',
    },
    notScalable: {
      es: '{kind:Un|Una} {kind} no tiene réplicas que cambiar: el autoescalador no puede hacer nada ahí.',
      en: 'A {kind} has no replicas to change: the autoscaler can do nothing with it.',
    },
    group: {
      es: 'El `apiVersion` de {kind:un|una} {kind} es `{expected}`, no `{found}`: el autoescalador no lo encontrará.',
      en: 'The `apiVersion` of a {kind} is `{expected}`, not `{found}`: the autoscaler will not find it.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(podTemplatesOf(manifests));
    for (const autoscaler of autoscalersIn(manifests)) {
      const { resource, target, spec } = autoscaler;
      const { kind, name, apiVersion: found } = target;
      const holder = object(spec.scaleTargetRef);
      if (notScalable.includes(kind)) {
        say('notScalable', placeOf(resource, holder, 'kind'), { kind });
        continue;
      }
      const expected = kind === 'ReplicationController' ? 'v1' : 'apps/v1';
      if (!scalable.includes(kind)) continue;
      if (found !== expected && found !== '' && target.group !== 'apps') {
        say('group', placeOf(resource, holder, 'apiVersion'), { kind, expected, found });
        continue;
      }
      const near = templates.in(resource.namespace).map(({ owner }) => owner);
      if (!isWorld(manifests) || near.length === 0 || near.some((owner) => scales(autoscaler, owner))) continue;
      const namesake = near.find((owner) => owner.name === name);
      const names = near.filter((owner) => owner.kind === kind).map((owner) => owner.name);
      const slip = lookalike(name, names);
      const at = placeOf(resource, holder, 'name');
      if (namesake) say('kind', placeOf(resource, holder, 'kind'), { name, kind, found: namesake.kind });
      else if (slip !== undefined) say('slip', at, { kind, name, near: slip });
      else say('missing', at, { kind, name, known: names.map(code) });
    }
  },
});
