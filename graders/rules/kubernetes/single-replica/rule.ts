import type { IDeploymentSpec } from 'kubernetes-models/apps/v1';
import { autoscalersIn, scales } from '../../../model/workloads/autoscalers.ts';
import { placeOf, titleOf } from '../../../model/workloads/places.ts';
import { podsOf, servicesIn } from '../../../model/workloads/services.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/single-replica',
  severity: 'info',
  title: { es: 'Una sola réplica detrás del Service', en: 'A single replica behind the Service' },
  related: ['minimum-three-replicas', 'deploymentMissingReplicas'],
  over: 'manifests',
  messages: {
    one: {
      es: 'El Service `{service}` reparte entre una sola réplica: mientras su pod se mueve o se reinicia, no hay servicio.',
      en: 'The Service `{service}` balances over a single replica: while its pod moves or restarts there is no service.',
    },
  },
  check(manifests, say) {
    const templates = podTemplatesOf(manifests);
    const autoscalers = autoscalersIn(manifests);
    const told = new Set<unknown>();
    for (const service of servicesIn(manifests)) {
      const behind = podsOf(service, templates);
      const owner = behind.length === 1 ? behind[0]?.owner : undefined;
      if (owner?.kind !== 'Deployment' || told.has(owner)) continue;
      const spec = object((owner.data as { spec?: IDeploymentSpec }).spec);
      const replicas = spec?.replicas ?? 1;
      if (replicas !== 1 || object(spec?.strategy)?.type === 'Recreate') continue;
      if (autoscalers.some((autoscaler) => scales(autoscaler, owner))) continue;
      told.add(owner);
      const at = isSet(spec?.replicas) ? placeOf(owner, spec, 'replicas') : titleOf(owner);
      say('one', at, { service: service.resource.name });
    }
  },
});
