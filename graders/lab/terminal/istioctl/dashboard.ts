import { podsAt } from '../../cluster/index.ts';
import { istioNamespace } from '../mesh/istio.ts';
import { type MeshSession, meshSession } from '../mesh/session.ts';
import type { Call, Command, Outcome } from '../tool/tool.ts';
import { refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

/** A console: the label by which its pods are found, and the port it shows itself on. */
interface Console {
  readonly name: string;
  readonly label: string;
  readonly port: number;
}

/** @see istioctl/pkg/dashboard/dashboard.go */
const consoles: readonly Console[] = [
  { name: 'prometheus', label: 'prometheus', port: 9090 },
  { name: 'grafana', label: 'grafana', port: 3000 },
  { name: 'kiali', label: 'kiali', port: 20001 },
  { name: 'jaeger', label: 'jaeger', port: 16686 },
  { name: 'zipkin', label: 'zipkin', port: 9411 },
  { name: 'skywalking', label: 'skywalking-ui', port: 8080 },
];

/** `istioctl dashboard NAME`: a tunnel to the first pod of a console, which stays open. The browser does not open. */
const open =
  ({ name, label, port }: Console) =>
  (call: Call): Outcome => {
    const { desk, flags } = call;
    const session = meshSession(call);
    if (!session) return refused(desk, noServer);
    const namespace = flags.text('namespace') ?? istioNamespace;
    const pod = podOf(session, namespace, label);
    if (!pod) return refused(desk, `Error: no ${name[0]?.toUpperCase()}${name.slice(1)} pods found\n`);
    const remote = Number(flags.text('ui-port') ?? port) || port;
    const wished = Number(flags.text('port') ?? 0) || remote;
    const isTaken = desk.jobs.some(({ does }) => does.kind === 'port-forward' && does.local === wished);
    // Where its own port is taken, any other that is free.
    const local = isTaken && !flags.has('port') ? 30_000 + remote : wished;
    if (isTaken && local === wished)
      return refused(
        desk,
        `Error: failure running port forward process: unable to listen on any of the requested ports\n`,
      );
    const skipped = flags.has('browser') && !flags.on('browser') ? 'skipping opening a browser' : '';
    return {
      ...{ desk, stdout: `http://localhost:${local}\n${skipped}`, stderr: '', exit: 0 },
      stays: {
        ...{ kind: 'port-forward', context: session.named.context, namespace, pod, local, remote },
        address: flags.text('address') ?? 'localhost',
      },
    };
  };

function podOf({ live, desk }: MeshSession, namespace: string, label: string): string | undefined {
  const found = podsAt(live, desk.clock).find(
    ({ pod, terminating }) =>
      !terminating &&
      pod.namespace === namespace &&
      pod.phase === 'Running' &&
      (pod.labels.app === label || pod.labels['app.kubernetes.io/name'] === label),
  );
  return found?.pod.name;
}

export const dashboard: Command = {
  name: 'dashboard',
  aliases: ['dash', 'd'],
  says: { es: 'Abre un túnel a un panel', en: 'Open a tunnel to a dashboard' },
  fidelity: 'partial',
  differs: {
    es: 'No abre el navegador. De lo que hay detrás, el laboratorio conoce la API de Prometheus (`/api/v1/query`) y la de Jaeger (`/api/traces`).',
    en: 'It opens no browser. Of what is behind it the lab knows the API of Prometheus (`/api/v1/query`) and that of Jaeger (`/api/traces`).',
  },
  flags: [
    { name: 'port', short: 'p', value: 'number', says: { es: 'Puerto de la máquina', en: 'Local port' } },
    { name: 'address', value: 'text' },
    { name: 'browser', says: { es: 'Abrir el navegador', en: 'Open the browser' }, fidelity: 'partial' },
    { name: 'ui-port', value: 'number' },
  ],
  commands: [
    ...consoles.map(
      (one): Command => ({
        name: one.name,
        says: { es: `El panel de ${one.name}`, en: `The dashboard of ${one.name}` },
        run: open(one),
      }),
    ),
    ...(['controlz', 'envoy', 'istiod-debug', 'proxy'] as const).map((name) => ({
      name,
      says: { es: `La página de depuración ${name}`, en: `The debugging page ${name}` },
    })),
  ],
};
