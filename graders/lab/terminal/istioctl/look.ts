import type { PodView } from '../../cluster/index.ts';
import { podsAt } from '../../cluster/index.ts';
import { carriesProxy } from '../../istio/index.ts';
import { noted } from '../desk/desk.ts';
import { istioVersion } from '../desk/proxies.ts';
import { dateAt } from '../desk/time.ts';
import { istioNamespace } from '../mesh/istio.ts';
import { type MeshSession, meshSession, podsIn } from '../mesh/session.ts';
import { yamlOf } from '../mesh/yaml.ts';
import { columns } from '../tool/columns.ts';
import { beyond, type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';
import { podOf } from './proxy-config.ts';

const proxies = ({ live, desk }: MeshSession): readonly PodView[] =>
  podsAt(live, desk.clock).filter((one) => !one.terminating && carriesProxy(one.pod) && one.pod.phase === 'Running');

const istiod = (session: MeshSession): PodView | undefined =>
  podsIn(session, istioNamespace).find(({ pod }) => /^istiod/.test(pod.name) && pod.ready);

/** `istioctl version`. @see istio.io/istio/pkg/version/cobra.go */
export function version(call: Call): Outcome {
  const session = meshSession(call);
  const format = call.flags.text('output');
  if (format !== undefined && format !== 'json' && format !== 'yaml')
    return refused(call.desk, "Error: --output must be 'yaml' or 'json'\n");
  if (call.flags.has('short') && !call.flags.on('short'))
    return beyond(call, {
      es: 'El laboratorio solo sabe el número de la versión, no la confirmación ni el Go con que se compiló: sin `--short=false`.',
      en: 'The lab only knows the number of the version, not the commit and the Go it was built with: without `--short=false`.',
    });
  if (format) return printed(call.desk, versionData(call, session, format));
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

/** With the numbers of the versions and nothing of how they were built. */
function versionData(call: Call, session: MeshSession | undefined, format: 'json' | 'yaml'): string {
  const info = { version: istioVersion };
  const isThere = session && istiod(session) && call.flags.on('remote', true);
  const data = {
    clientVersion: info,
    ...(isThere && {
      meshVersion: [{ Component: 'pilot', Info: info }],
      dataPlaneVersion: proxies(session)
        .map(({ pod }) => ({ ID: `${pod.name}.${pod.namespace}`, IstioVersion: istioVersion }))
        .sort((a, b) => (a.ID < b.ID ? -1 : 1)),
    }),
  };
  return format === 'json' ? `${JSON.stringify(data, undefined, 2)}\n` : `${yamlOf(data)}\n`;
}

/**
 * `istioctl proxy-status NAME`: whether the proxy has what istiod sent it; here it always does.
 * @see istioctl/pkg/writer/compare
 */
function inSync(call: Call, session: MeshSession, written: string): Outcome {
  const view = podOf(session, written);
  if (typeof view === 'string') return refused(call.desk, view);
  const loaded = dateAt(view.live.created + 2)
    .toUTCString()
    .replace('GMT', 'UTC');
  const desk = noted(call.desk, 'mesh.checked', { mesh: 'istio', scope: 'proxies', installed: true, ok: true });
  return printed(desk, `Clusters Match\nListeners Match\nRoutes Match (RDS last loaded at ${loaded})\n`);
}

/** `istioctl proxy-status`. @see istioctl/pkg/writer/pilot/status.go */
export function proxyStatus(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const plane = istiod(session);
  if (!plane) return refused(call.desk, `Error: unable to find any Istiod instances\n`);
  const [written] = call.operands;
  if (written !== undefined) return inSync(call, session, written);
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
