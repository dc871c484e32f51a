import { type PodView, podsAt, stateAt } from '../../cluster/index.ts';
import { meshOf } from '../../istio/index.ts';
import { meshSession } from '../mesh/session.ts';
import { columns } from '../tool/columns.ts';
import { absent } from '../tool/declare.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

/**
 * `istioctl ztunnel-config workload`: the pods that ztunnel knows, and whether what goes to them travels through it.
 * @see istioctl/pkg/writer/ztunnel/configdump/workload.go (`PrintWorkloadSummary`)
 */
function workloads(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const state = stateAt(session.live, call.desk.clock);
  if (!state.pods.some(({ labels, ready }) => labels.app === 'ztunnel' && ready))
    return refused(call.desk, 'Error: no ztunnel pods found\n');
  const mesh = meshOf(state);
  const wanted = call.flags.text('workload-namespace');
  const rows = podsAt(session.live, call.desk.clock)
    .filter(({ terminating, pod }: PodView) => !terminating && (wanted === undefined || pod.namespace === wanted))
    .map(({ pod }) => {
      const known = state.pods.find((one) => one.namespace === pod.namespace && one.name === pod.name) ?? pod;
      const use = mesh.waypoints.namespace(pod.namespace)?.metadata.labels?.['istio.io/use-waypoint'];
      const isThrough = mesh.isAmbient(known);
      const waypoint = isThrough && use !== undefined && use !== 'none' ? String(use) : 'None';
      return [pod.namespace, pod.name, pod.ip, pod.node ?? '', waypoint, isThrough ? 'HBONE' : 'TCP'];
    })
    .sort((a, b) => (`${a[0]}.${a[1]}` < `${b[0]}.${b[1]}` ? -1 : 1));
  return printed(
    call.desk,
    columns([['NAMESPACE', 'POD NAME', 'ADDRESS', 'NODE', 'WAYPOINT', 'PROTOCOL'], ...rows], { padding: 1 }),
  );
}

export const ztunnelConfig: Command = {
  name: 'ztunnel-config',
  aliases: ['zc'],
  says: { es: 'Lo que sabe ztunnel', en: 'What ztunnel knows' },
  commands: [
    {
      name: 'workload',
      aliases: ['workloads', 'w'],
      says: { es: 'Los pods, y si su tráfico pasa por él', en: 'The pods, and whether their traffic goes through it' },
      fidelity: 'partial',
      differs: {
        es: 'El waypoint es el que dice la etiqueta del espacio de nombres.',
        en: 'The waypoint is the one that the label of the namespace says.',
      },
      flags: [{ name: 'workload-namespace', value: 'text' }],
      beyond: ['address=', 'node=', 'output|o=', 'file|f='],
      run: workloads,
    },
    ...absent('all certificate connections log policy service'),
  ],
};
