import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { Backend } from './backends.ts';
import type { Taken } from './find.ts';
import { unknownFilter } from './outbound.ts';

export function tellTaken({ route, rule, number }: Taken): Hop {
  const where = { resource: refOf(route), at: spanOf(rule) ?? route.at };
  return hop(hops, 'route', 'ruleTakes', { rule: number, kind: route.kind, route: route.name }, where);
}

/** Where a rule leads, and how it shares the requests out where there is something to share. */
export function tellWeights({ route, rule }: Taken, backends: readonly Backend[]): readonly Hop[] {
  const at = spanOf(rule, 'backendRefs') ?? spanOf(rule) ?? route.at;
  const where = { resource: refOf(route), at };
  if (backends.length === 0) return [hop(hops, 'route', 'noWeights', { kind: route.kind, route: route.name }, where)];
  const [only, ...others] = backends;
  if (only && others.length === 0) return [hop(hops, 'route', 'sentTo', { backend: only.name }, where)];
  const sum = backends.reduce((total, { weight }) => total + weight, 0);
  const parts = backends.map(({ name, weight }) => `${code(name)} ${Math.round((weight / sum) * 1000) / 10} %`);
  return [hop(hops, 'route', 'sharedOut', { backends: parts }, where)];
}

/** Why the requests for a backend get no answer from it. */
export function tellProblem(
  { route }: Taken,
  { node, name, problem }: Omit<Backend, 'problem'> & { readonly problem?: Backend['problem'] | 'empty' },
): readonly Hop[] {
  const where = (field: string) => ({ resource: refOf(route), at: spanOf(node, field) ?? spanOf(node) ?? route.at });
  switch (problem) {
    case 'missing':
      return [hop(hops, 'route', 'backendMissing', { backend: name }, where('name'))];
    case 'kind':
      return [hop(hops, 'route', 'backendKind', { backend: name, kind: text(node.kind) ?? 'Service' }, where('kind'))];
    case 'port':
      return [hop(hops, 'route', 'backendPort', { backend: name }, where('name'))];
    case 'filter':
      return [
        hop(
          hops,
          'route',
          'backendFilter',
          { backend: name, filter: unknownFilter(node.filters)?.type ?? '' },
          where('filters'),
        ),
      ];
    case 'empty':
      return [hop(hops, 'route', 'backendEmpty', { backend: name }, where('name'))];
    default:
      return [];
  }
}
