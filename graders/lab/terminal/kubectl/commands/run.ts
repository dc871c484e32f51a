import { enter, type Fields, removePod } from '../../../cluster/index.ts';
import { withCluster } from '../../desk/clusters.ts';
import { fetchIn } from '../../inside/fetch.ts';
import { scriptIn } from '../../inside/script-in.ts';
import { isShell, opened } from '../../tool/inside.ts';
import type { Command } from '../../tool/tool.ts';
import { dryRun, output } from '../flags.ts';
import { type Done, online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { usage } from '../usage.ts';
import { attachHint, sessionEnded } from './attach.ts';
import { createOne } from './create.ts';
import { execIn, throughPod } from './inside.ts';
import { type LogText, logText } from './log-text.ts';
import { lookNow, viewNow } from './pods.ts';
import { waitUntil } from './waiting.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_run/ */
export const run: Command = {
  name: 'run',
  says: { es: 'Crea un pod y ejecuta en él una imagen', en: 'Create a pod and run an image in it' },
  takes:
    'NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...]',
  flags: [
    { name: 'image', value: 'text', says: { es: 'Imagen', en: 'Image' } },
    { name: 'port', value: 'number' },
    { name: 'env', value: 'text', says: { es: 'variable=valor', en: 'variable=value' } },
    { name: 'labels', short: 'l', value: 'text', says: { es: 'clave=valor,…', en: 'key=value,…' } },
    { name: 'annotations', value: 'text' },
    { name: 'restart', value: 'text', offers: ['Always', 'OnFailure', 'Never'] },
    {
      name: 'command',
      says: {
        es: 'Lo que sigue a -- es la orden y no sus argumentos',
        en: 'What follows -- is the command and not its arguments',
      },
    },
    { name: 'stdin', short: 'i', fidelity: 'partial' },
    { name: 'tty', short: 't', fidelity: 'partial' },
    { name: 'rm', says: { es: 'Lo borra al terminar', en: 'Delete it when it ends' } },
    { name: 'quiet', short: 'q' },
    { name: 'attach', fidelity: 'partial' },
    { name: 'image-pull-policy', value: 'text', offers: ['Always', 'IfNotPresent', 'Never'] },
    { name: 'expose', fidelity: 'none' },
    { name: 'privileged' },
    { name: 'pod-running-timeout', value: 'duration' },
    { name: 'leave-stdin-open' },
    dryRun,
    output,
  ],
  beyond: [
    'overrides=',
    'override-type=',
    'template=',
    'filename=',
    'cascade=',
    'wait',
    'force',
    'grace-period=',
    'now',
    'timeout=',
  ],
  differs: {
    es: 'Con `-it` o `--attach` hace lo que pide la orden y da su salida; si es un shell, las líneas siguientes se ejecutan dentro hasta `exit`.',
    en: 'With `-it` or `--attach` it does what the command asks and gives its output; if that is a shell, the following lines run inside until `exit`.',
  },
  run: online((session) => {
    const { call } = session;
    const { flags } = call;
    const [name, ...args] = [...call.operands, ...(call.rest ?? [])];
    if (name === undefined || call.operands.length === 0) throw usage(call, 'NAME is required for run');
    const image = flags.text('image');
    if (!image) throw usage(call, 'required flag(s) "image" not set');
    const attaches = flags.on('stdin') || flags.on('attach');
    const restart = flags.text('restart') ?? 'Always';
    if (!/^(?:Always|OnFailure|Never)$/.test(restart)) throw wrong(`invalid restart policy: ${restart}`);
    if (flags.on('rm') && !attaches) throw wrong('--rm should only be used for attached containers');
    if (flags.on('tty') && !flags.on('stdin')) throw wrong('-i/--stdin is required for containers with -t/--tty=true');
    const created = createOne(session, podOf(session, name, image, restart, args));
    if ((created.exit ?? 0) !== 0 || !attaches || flags.has('dry-run')) return created;
    return attached({ ...session, live: created.live ?? session.live }, name, created.facts ?? []);
  }),
};

function podOf({ call }: Session, name: string, image: string, restartPolicy: string, args: readonly string[]): Fields {
  const { flags } = call;
  const pairs = (text: string | undefined) =>
    (text ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  const labels = flags.has('labels') ? Object.fromEntries(pairs(flags.text('labels'))) : { run: name };
  const annotations = pairs(flags.text('annotations'));
  const env = flags.all('env').map((pair) => {
    if (!pair.includes('=')) throw wrong(`invalid env: ${pair}`);
    return { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) };
  });
  const port = flags.text('port');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }), labels, name },
    spec: {
      containers: [
        {
          ...(args.length > 0 && (flags.on('command') ? { command: args } : { args })),
          ...(env.length > 0 && { env }),
          image,
          ...(flags.has('image-pull-policy') && { imagePullPolicy: flags.text('image-pull-policy') }),
          name,
          ...(port !== undefined && { ports: [{ containerPort: Number(port) }] }),
          resources: {},
          ...(flags.on('privileged') && { securityContext: { privileged: true } }),
          ...(flags.on('stdin') && { stdin: true, stdinOnce: true }),
          ...(flags.on('tty') && { tty: true }),
        },
      ],
      dnsPolicy: 'ClusterFirst',
      restartPolicy,
    },
  };
}

/** Follows the pod to its end, gives what it printed and takes it away where `--rm` says so. */
function attached(session: Session, name: string, facts: NonNullable<ReturnType<typeof createOne>['facts']>) {
  const { call, namespace } = session;
  const isThere = (live: Session['live']) => {
    const pod = lookNow(live, namespace, name);
    return (
      pod !== undefined &&
      (pod.phase !== 'Pending' || pod.containers.some(({ reason }) => /BackOff|Err|Error|Invalid/.test(reason ?? '')))
    );
  };
  const started = waitUntil(session.live, isThere, 60).live;
  const pod = lookNow(started, namespace, name);
  if (!pod || pod.phase === 'Pending') throw new Stop(`error: timed out waiting for the condition`);
  const sent = fetchedBy(session, started, name);
  const isOver = (live: Session['live']) =>
    /^(?:Succeeded|Failed)$/.test(lookNow(live, namespace, name)?.phase ?? 'Failed');
  const over = sent ? started : waitUntil(started, isOver, 30).live;
  const printed: LogText = sent ? { text: '', why: { es: '', en: '' } } : logText(over, namespace, name, name);
  const looked = lookNow(over, namespace, name);
  const ended = looked?.containers[0];
  const interactive = ended?.state === 'running' && call.flags.on('tty');
  const shell =
    interactive && call.stdin !== ''
      ? execIn({ ...session, live: over }, name, name, ['sh', '-c', call.stdin], '')
      : undefined;
  const inside = sent ?? shell;
  const exit = sent ? sent.exit : ended?.state === 'terminated' ? (ended.exitCode ?? 0) : 0;
  const gone = call.flags.on('rm') ? removePod(over, namespace, name, over.clock, 0) : over;
  const said =
    call.flags.on('rm') && !call.flags.on('quiet')
      ? `pod ${JSON.stringify(name)} deleted from ${namespace} namespace\n`
      : '';
  const failed = exit === 0 ? '' : `pod ${namespace}/${name} terminated (Error)\n`;
  return {
    live: gone,
    out: `${printed.text ?? ''}${inside?.out ?? ''}${said}`,
    err: `${sent?.err ?? ''}${failed}`,
    exit: inside?.exit ?? exit,
    facts,
    ...(sent?.desk && { desk: sent.desk }),
    ...(sent?.effort !== undefined && { effort: sent.effort }),
    notes: sent ? (sent.notes ?? []) : printed.text === undefined ? [printed.why] : (printed.notes ?? []),
    ...(sent?.stays && { stays: { kind: 'watch' as const } }),
    ...(sent ? {} : openedBy(session, started, name)),
    ...(sent?.beyond ? { beyond: sent.beyond } : printed.text === undefined && !sent && { beyond: printed.why }),
  };
}

/** The shell of a pod that waits for somebody to type. */
function openedBy(session: Session, live: Session['live'], name: string): Partial<Pick<Done, 'opens'>> {
  const { call, namespace, named } = session;
  const view = viewNow(live, namespace, name);
  const entered = view && enter(live, view.live, name);
  if (!entered || !call.flags.on('tty') || call.stdin !== '' || !isShell(entered.argv)) return {};
  const goes = ['kubectl', '--context', named.context, 'delete', 'pod', name, '-n', namespace, '--now'];
  const leaving = {
    says: call.flags.on('quiet') ? '' : sessionEnded(view.pod, name),
    ...(call.flags.on('rm') && { command: goes }),
  };
  return {
    opens: {
      inside: opened(entered.machine, throughPod(session, view.pod, name), entered.argv, leaving),
      live,
      said: call.flags.on('quiet') ? '' : attachHint,
    },
  };
}

/** The answer that a pod gets which was made to send one request. */
function fetchedBy({ call, named, namespace }: Session, live: Session['live'], name: string) {
  const view = viewNow(live, namespace, name);
  const inside = view ? enter(live, view.live, name) : undefined;
  const argv = inside?.argv ?? [];
  const desk = withCluster({ ...call.desk, clock: Math.max(call.desk.clock, live.clock) }, named, live);
  const from = { context: named.context, pod: `${namespace}/${name}` };
  const sender = { desk, clock: live.clock, from, tty: call.tty };
  return fetchIn(sender, argv) ?? (inside && scriptIn(sender, inside.machine, argv));
}
