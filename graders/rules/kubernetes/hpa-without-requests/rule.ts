import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2';
import { own } from '../../../core/own.ts';
import { type AutoscalerView, autoscalersIn, scales } from '../../../model/workloads/autoscalers.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, object, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isDefaulted } from '../worlds.ts';

/** A resource whose use is compared with what was asked for, in all the containers or in one. */
interface Utilization {
  readonly resource: string;
  readonly container?: string | undefined;
  readonly at: unknown;
}

export default rule({
  id: 'kubernetes/hpa-without-requests',
  severity: 'warning',
  title: { es: 'El autoescalador no puede calcular el porcentaje', en: 'The autoscaler cannot compute the percentage' },
  over: 'manifests',
  messages: {
    missing: {
      es: 'El porcentaje de `{resource}` se calcula sobre lo que se pide, y en {kind:el|la} {kind} `{workload}` no lo {n:pide|piden} {containers}: el autoescalador no hará nada.',
      en: 'The percentage of `{resource}` is computed on what is requested, and in the {kind} `{workload}` {containers} {n:does|do} not request it: the autoscaler will do nothing.',
    },
    container: {
      es: '{kind:El|La} {kind} `{workload}` no tiene ningún contenedor llamado `{container}` que medir.',
      en: 'The {kind} `{workload}` has no container named `{container}` to measure.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(podTemplatesOf(manifests));
    for (const autoscaler of autoscalersIn(manifests)) {
      const template = templates.in(autoscaler.resource.namespace).find(({ owner }) => scales(autoscaler, owner));
      if (!template || isSet(template.spec.resources)) continue;
      const { kind, name: workload } = template.owner;
      for (const { resource, container, at } of utilizationsOf(autoscaler)) {
        const place = placeOf(autoscaler.resource, at, 'name');
        const measured = runningContainersOf(template).filter((one) => isMeasured(one.container.name, container));
        if (container !== undefined && measured.length === 0) {
          say('container', placeOf(autoscaler.resource, at, 'container'), { kind, workload, container });
        } else if (!isDefaulted(manifests, template.namespace, resource, 'request')) {
          const containers = silent(measured, resource);
          if (containers.length > 0)
            say('missing', place, { resource, kind, workload, containers, n: containers.length });
        }
      }
    }
  },
});

const isMeasured = (name: string, only: string | undefined): boolean => only === undefined || name === only;

/** The containers that ask for none of a resource; a limit without a request counts as one. */
function silent(containers: ReturnType<typeof runningContainersOf>, resource: string): string[] {
  return containers
    .filter(
      ({ container: { resources } }) =>
        !isSet(own(resources?.requests, resource)) && !isSet(own(resources?.limits, resource)),
    )
    .map(({ container }) => `\`${text(container.name) ?? ''}\``);
}

/** Without metrics an autoscaler aims at 80 % of the CPU, as the v1 form does in a field of its own. */
function utilizationsOf({ spec, resource }: AutoscalerView): readonly Utilization[] {
  const metrics: readonly IMetricSpec[] = items(spec.metrics);
  if (metrics.length === 0) return [{ resource: 'cpu', at: object(spec.scaleTargetRef) ?? resource.data }];
  return metrics.flatMap((metric) => {
    const source = object(metric.resource) ?? object(metric.containerResource);
    const name = text(source?.name);
    if (!source || name === undefined || !isSet(object(source.target)?.averageUtilization)) return [];
    return [{ resource: name, container: text(object(metric.containerResource)?.container), at: source }];
  });
}
