import type { Command } from '../../tool/tool.ts';
import { dryRun, filename, kustomize, output, recursive, workloadOffers } from '../flags.ts';
import { apiVersionOf } from '../kinds.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';
import { createOne } from './create.ts';
import { named } from './scale.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_autoscale/ */
export const autoscale: Command = {
  name: 'autoscale',
  says: { es: 'Crea un HorizontalPodAutoscaler para una carga', en: 'Create a HorizontalPodAutoscaler for a workload' },
  takes: '(-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU]',
  offers: workloadOffers,
  flags: [
    { name: 'min', value: 'number' },
    { name: 'max', value: 'number' },
    { name: 'cpu', value: 'text', says: { es: '80% de lo pedido, o 500m', en: '80% of what is requested, or 500m' } },
    { name: 'cpu-percent', value: 'number', says: { es: 'Como --cpu, en desuso', en: 'As --cpu, deprecated' } },
    { name: 'memory', value: 'text' },
    { name: 'name', value: 'text' },
    filename,
    kustomize,
    recursive,
    dryRun,
    output,
  ],
  beyond: ['template=', 'save-config', 'field-manager='],
  run: online((session) => {
    const { flags } = session.call;
    const max = Number(flags.text('max') ?? -1);
    const min = Number(flags.text('min') ?? -1);
    if (max < 1) throw wrong(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
    if (max < min) throw wrong(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`);
    const [item] = named(session, 'autoscale');
    if (!item) throw wrong('you must specify one resource');
    if (!/^(?:Deployment|ReplicaSet|StatefulSet|ReplicationController)$/.test(item.kind.kind))
      throw wrong(`cannot autoscale a ${item.kind.kind}`);
    const metrics = (['cpu', 'memory'] as const).flatMap((resource) => {
      const written =
        flags.text(resource) ??
        (resource === 'cpu' && flags.has('cpu-percent') ? `${flags.text('cpu-percent')}%` : undefined);
      if (written === undefined) return [];
      const [, percent] = /^(\d+)%$/.exec(written) ?? [];
      const target =
        percent === undefined
          ? { averageValue: written, type: 'AverageValue' }
          : { averageUtilization: Number(percent), type: 'Utilization' };
      return [{ resource: { name: resource, target }, type: 'Resource' }];
    });
    const done = createOne(session, {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: flags.text('name') ?? item.name },
      spec: {
        maxReplicas: max,
        ...(metrics.length > 0 && { metrics }),
        ...(min > 0 && { minReplicas: min }),
        scaleTargetRef: { apiVersion: apiVersionOf(item.kind), kind: item.kind.kind, name: item.name },
      },
    });
    const warning = flags.has('cpu-percent')
      ? "Flag --cpu-percent has been deprecated, Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).\n"
      : '';
    return {
      ...done,
      out: (done.out ?? '').replace(/ created( \([a-z ]+\))?\n$/, ' autoscaled$1\n'),
      err: `${warning}${done.err ?? ''}`,
    };
  }),
};
