import { type Fields, podsAt, removePod } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { mustFind } from '../ask/args.ts';
import { at, itemsOf, withAt } from '../json.ts';
import { kindNamed } from '../kinds.ts';
import { online } from '../session.ts';
import { Beyond, Stop, wrong } from '../stop.ts';
import { change } from './change.ts';

/**
 * Marks a node as one that takes no pods and takes away those it has.
 * @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/drain/filters.go
 */
export const drain: Command = {
  name: 'drain',
  says: { es: 'Vacía un nodo', en: 'Empty a node' },
  takes: 'NODE',
  flags: [
    { name: 'ignore-daemonsets', says: { es: 'Deja los pods de los DaemonSets', en: 'Leaves the pods of DaemonSets' } },
    { name: 'delete-emptydir-data', says: { es: 'También pods con emptyDir', en: 'Pods with emptyDir too' } },
    {
      name: 'force',
      says: { es: 'También pods que nadie volverá a crear', en: 'Pods that nobody will make again too' },
    },
    { name: 'grace-period', value: 'number', fidelity: 'partial' },
    { name: 'timeout', value: 'duration', fidelity: 'partial' },
  ],
  beyond: [
    'selector|l=',
    'pod-selector=',
    'dry-run=',
    'disable-eviction',
    'skip-wait-for-delete-timeout=',
    'chunk-size=',
  ],
  fidelity: 'partial',
  differs: { es: 'No mira los PodDisruptionBudgets', en: 'It does not look at PodDisruptionBudgets' },
  run: online((session) => {
    const { call } = session;
    const { flags } = call;
    const [name, ...others] = call.operands;
    const kind = kindNamed(session.live, 'nodes');
    if (name === undefined)
      throw new Stop("error: USAGE: drain NODE [flags]\nSee 'kubectl drain -h' for help and examples");
    if (others.length > 0)
      throw new Beyond({
        es: 'El laboratorio vacía los nodos de uno en uno: no se ha hecho nada.',
        en: 'The lab empties one node at a time: nothing was done.',
      });
    if (!kind) throw wrong('the server doesn\'t have a resource type "nodes"');
    const item = mustFind(session, kind, name);
    const budgets = [...session.live.objects.values()].some(({ resource }) => resource.kind === 'PodDisruptionBudget');
    const was = at(item.view, 'spec', 'unschedulable') === true;
    const { live } = was
      ? { live: session.live }
      : change(session.live, item, (data) => withAt(data, ['spec', 'unschedulable'], true) as Fields, 'none');
    const told = `node/${name} ${was ? 'already cordoned' : 'cordoned'}\n`;
    const pods = podsAt(live, live.clock).filter(({ pod, terminating }) => pod.node === name && !terminating);
    const named = (list: typeof pods) => list.map(({ pod }) => `${pod.namespace}/${pod.name}`).join(', ');
    const daemons = pods.filter(({ pod }) => pod.from.kind === 'DaemonSet');
    const bare = pods.filter(({ pod }) => pod.from.kind === 'Pod');
    const local = pods.filter(
      (one) => !daemons.includes(one) && itemsOf(one.pod.spec?.volumes).some((volume) => 'emptyDir' in volume),
    );
    const errors = [
      ...(local.length > 0 && !flags.on('delete-emptydir-data')
        ? [`cannot delete Pods with local storage (use --delete-emptydir-data to override): ${named(local)}`]
        : []),
      ...(bare.length > 0 && !flags.on('force')
        ? [`cannot delete Pods that declare no controller (use --force to override): ${named(bare)}`]
        : []),
      ...(daemons.length > 0 && !flags.on('ignore-daemonsets')
        ? [`cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): ${named(daemons)}`]
        : []),
    ];
    if (errors.length > 0) {
      const all = errors.length === 1 ? errors[0] : `[${errors.join(', ')}]`;
      return {
        live,
        out: told,
        err: `error: unable to drain node ${JSON.stringify(name)} due to error: ${all}, continuing command...\nThere are pending nodes to be drained:\n ${name}\n${errors.join('\n')}\n`,
        exit: 1,
      };
    }
    const leaving = pods.filter((one) => !daemons.includes(one));
    const after = leaving.reduce((one, { pod }) => removePod(one, pod.namespace, pod.name, one.clock), live);
    const ignored = daemons.length > 0 ? `Warning: ignoring DaemonSet-managed Pods: ${named(daemons)}\n` : '';
    const evicting = leaving.map(({ pod }) => `evicting pod ${pod.namespace}/${pod.name}\n`).join('');
    const gone = leaving.map(({ pod }) => `pod/${pod.name} evicted\n`).join('');
    const unsure = {
      es: 'El laboratorio no mira los PodDisruptionBudgets al vaciar un nodo.',
      en: 'The lab does not look at PodDisruptionBudgets when a node is drained.',
    };
    return {
      live: after,
      out: `${told}${evicting}${gone}node/${name} drained\n`,
      err: ignored,
      ...(budgets && leaving.length > 0 && { beyond: unsure }),
      facts: [{ did: 'node.drained', data: { name } }],
    };
  }),
};
