import type { PodView } from '../../cluster/index.ts';
import { podsAt } from '../../cluster/index.ts';
import { carriesProxy } from '../../istio/index.ts';
import { noted } from '../desk/desk.ts';
import { istioVersion } from '../desk/proxies.ts';
import { istioNamespace } from '../mesh/istio.ts';
import { type MeshSession, meshSession, podsIn } from '../mesh/session.ts';
import { columns } from '../tool/columns.ts';
import { beyond, type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

const proxies = ({ live, desk }: MeshSession): readonly PodView[] =>
  podsAt(live, desk.clock).filter((one) => !one.terminating && carriesProxy(one.pod) && one.pod.phase === 'Running');

const istiod = (session: MeshSession): PodView | undefined =>
  podsIn(session, istioNamespace).find(({ pod }) => /^istiod/.test(pod.name) && pod.ready);

/** `istioctl version`. @see istio.io/istio/pkg/version/cobra.go */
export function version(call: Call): Outcome {
  const session = meshSession(call);
  const client = `client version: ${istioVersion}\n`;
  if (call.flags.has('remote') && !call.flags.on('remote')) return printed(call.desk, `${istioVersion}\n`);
  if (!session || !istiod(session))
    return printed(
      call.desk,
      `Istio is not present in the cluster: no running Istio pods in namespace "${istioNamespace}"\n${client}`,
    );
  const count = proxies(session).length;
  const data =
    count === 0 ? '' : `data plane version: ${istioVersion} (${count} ${count === 1 ? 'proxy' : 'proxies'})\n`;
  return printed(call.desk, `${client}control plane version: ${istioVersion}\n${data}`);
}

/** What looks at files, or at one proxy, is not modelled, and must not be taken for an answer about them. */
function ofFiles(call: Call): Outcome {
  const what = call.operands.join(' ');
  return beyond(call, {
    es: `El laboratorio solo mira el clúster entero, no \`${what}\`: aquí no se ha hecho nada.`,
    en: `The lab only looks at the whole cluster, not at \`${what}\`: nothing was done here.`,
  });
}

/** `istioctl proxy-status`. @see istioctl/pkg/writer/pilot/status.go */
export function proxyStatus(call: Call): Outcome {
  if (call.operands.length > 0) return ofFiles(call);
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const plane = istiod(session);
  if (!plane) return refused(call.desk, `Error: unable to find any Istiod instances\n`);
  const wanted = call.flags.text('namespace');
  const rows = proxies(session)
    .filter(({ pod }) => wanted === undefined || pod.namespace === wanted)
    .map(({ pod }) => [
      `${pod.name}.${pod.namespace}`,
      'Kubernetes',
      plane.pod.name,
      istioVersion,
      '4 (CDS,LDS,EDS,RDS)',
    ])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const head = ['NAME', 'CLUSTER', 'ISTIOD', 'VERSION', 'SUBSCRIBED TYPES'];
  const desk = noted(call.desk, 'mesh.checked', {
    mesh: 'istio',
    scope: 'proxies',
    installed: true,
    ok: rows.length > 0,
  });
  return printed(desk, columns([head, ...rows], { padding: 5 }));
}
