import { own } from '../../../core/own.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { type Fields, type LiveCluster, put, removeObject } from '../../cluster/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { withCluster } from '../desk/clusters.ts';
import { noted } from '../desk/desk.ts';
import { fileAt } from '../desk/open.ts';
import { istioVersion } from '../desk/proxies.ts';
import {
  base,
  cni,
  control,
  demoMesh,
  type Gateway,
  gateway,
  istioNamespace,
  profiles,
  tagHook,
  ztunnel,
} from '../mesh/istio.ts';
import { asResources } from '../mesh/objects.ts';
import { exists, type MeshSession, meshSession, waitUntil } from '../mesh/session.ts';
import { yamlOf } from '../mesh/yaml.ts';
import { seconds } from '../tool/parse.ts';
import { beyond, type Call, type Outcome, printed, refused } from '../tool/tool.ts';

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

export const noServer =
  'Error: failed to create Kubernetes client: Get "http://localhost:8080/version": dial tcp 127.0.0.1:8080: connect: connection refused\n';

interface Wanted {
  readonly profile: string;
  readonly meshConfig: Fields;
  /** Percent of the requests that are traced where nobody says more: `PILOT_TRACE_SAMPLING`. */
  readonly sampling: number | undefined;
  readonly revision: string;
  /** Gateways of the profile that are turned off. */
  readonly without: ReadonlySet<Gateway>;
  /** What was asked for and is not modelled. */
  readonly beyond: readonly string[];
}

/** What somebody answers to `Proceed? (y/N)`. */
const agrees = ({ stdin }: Call): boolean => /^\s*y(?:es)?\s*$/im.test(stdin);

/**
 * `istioctl install`: puts the objects of a profile into the cluster and waits until they are ready.
 * @see operator/cmd/mesh/install.go and operator/pkg/util/progress/progress.go of istio/istio
 */
export function install(call: Call): Outcome {
  const { desk, flags } = call;
  const session = meshSession(call);
  if (!session) return refused(desk, noServer);
  const planned = plan(call);
  if ('exit' in planned) return planned;
  const { profile, revision, parts } = planned;
  const isDry = flags.on('dry-run');
  const prompt =
    flags.on('skip-confirmation') || isDry
      ? ''
      : `This will install the Istio ${istioVersion} profile ${JSON.stringify(profile)} into the cluster. Proceed? (y/N) `;
  if (prompt !== '' && !agrees(call)) return { desk, stdout: prompt, stderr: 'Cancelled.\n', exit: 1 };
  const lines = parts.map(([said]) => `✔ ${said}\n`).join('');
  if (isDry) return printed(desk, `${lines}✔ Installation complete\n`);
  const isFirst = !exists(session, 'MutatingWebhookConfiguration', 'istio-revision-tag-default');
  const objects = [...parts.flatMap(([, made]) => made), ...(isFirst ? [tagHook('default', revision)] : [])];
  const { cluster } = put(session.live, asResources(objects), desk.clock);
  const most = seconds(flags.text('readiness-timeout') ?? '5m') ?? 300;
  const made = new Set(
    objects.flatMap(({ kind, metadata }) =>
      kind === 'Deployment' || kind === 'DaemonSet' ? [fields(metadata).name] : [],
    ),
  );
  const { clock, held } = waitUntil(cluster, desk.clock, most, (pods) => {
    const mine = pods.filter(
      ({ pod, terminating }) => pod.namespace === istioNamespace && made.has(pod.workload.name) && !terminating,
    );
    return mine.length > 0 && mine.every(({ pod }) => pod.ready);
  });
  const next = withCluster({ ...desk, clock }, session.named, cluster);
  if (!held)
    return {
      desk: next,
      stdout: `${prompt}✔ Istio core installed ⛵️\n✘ Istiod encountered an error: failed to wait for resource: resources not ready after ${flags.text('readiness-timeout') ?? '5m0s'}: context deadline exceeded\n`,
      stderr: 'Error: failed to install manifests: errors occurred during operation\n',
      exit: 1,
    };
  return {
    desk: noted(next, 'mesh.installed', { mesh: 'istio', profile, revision }),
    stdout: `${prompt}${lines}✔ Installation complete\n`,
    stderr: '',
    exit: 0,
    seconds: 2,
  };
}

interface Plan {
  readonly profile: string;
  readonly revision: string;
  /** What is said of each part, and its objects. */
  readonly parts: readonly (readonly [string, readonly Fields[]])[];
}

/** The objects that the flags and files of a call ask for, or why there are none. */
function plan(call: Call): Plan | Outcome {
  const { desk } = call;
  const read = wantedBy(call);
  if (typeof read === 'string') return refused(desk, read);
  const { profile, revision } = read;
  const meshConfig = { ...(profile === 'demo' && demoMesh), ...read.meshConfig };
  const sampling = read.sampling ?? (profile === 'demo' ? 100 : undefined);
  if (read.beyond.length > 0) return notModelled(call, read.beyond);
  const gateways = profiles.get(profile);
  if (!gateways) {
    const isKnown = ['remote', 'empty', 'preview', 'openshift', 'openshift-ambient', 'stable'].includes(profile);
    if (isKnown) return notModelled(call, [`profile=${profile}`]);
    return refused(
      desk,
      `Error: generate config: profile ${JSON.stringify(profile)} not found (found ambient, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable)\n`,
    );
  }
  const text = Object.keys(meshConfig).length === 0 ? '' : yamlOf(meshConfig);
  const isAmbient = profile === 'ambient';
  const parts: Plan['parts'] = [
    ['Istio core installed ⛵️', base()],
    ['Istiod installed 🧠', control(revision, text, { sampling, ambient: isAmbient })],
    ...(isAmbient
      ? ([
          ['CNI installed 🪢', cni()],
          ['Ztunnel installed 🔒', ztunnel()],
        ] as const)
      : []),
    ...gateways
      .filter((kind) => !read.without.has(kind))
      .map((kind): readonly [string, readonly Fields[]] => [`${named[kind]} installed ${icons[kind]}`, gateway(kind)]),
  ];
  return { profile, revision, parts };
}

/**
 * `istioctl manifest generate`: the same objects as text, without the namespace, and without the default tag, which only the installation makes.
 * @see operator/cmd/mesh/manifest-generate.go
 */
export function generate(call: Call): Outcome {
  if (call.operands.length > 0)
    return refused(
      call.desk,
      `Error: generate accepts no positional arguments, got []string{${call.operands.map((one) => JSON.stringify(one)).join(', ')}}\n`,
    );
  const planned = plan(call);
  if ('exit' in planned) return planned;
  const objects = planned.parts.flatMap(([, made]) => made).filter(({ kind }) => kind !== 'Namespace');
  return printed(call.desk, objects.map((one) => `${yamlOf(one)}\n---\n`).join(''));
}

const named: Readonly<Record<Gateway, string>> = { ingress: 'Ingress gateways', egress: 'Egress gateways' };
const icons: Readonly<Record<Gateway, string>> = { ingress: '🛬', egress: '🛫' };

function notModelled(call: Call, what: readonly string[]): Outcome {
  const listed = what.map((one) => `\`${one}\``).join(', ');
  return beyond(call, {
    es: `El laboratorio no modela ${listed} al instalar Istio; no se ha hecho nada. Modela los perfiles ambient, default, demo y minimal, meshConfig y los gateways de \`components\`.`,
    en: `The lab does not model ${listed} when Istio is installed; nothing was done. It models the profiles ambient, default, demo and minimal, meshConfig, and the gateways of \`components\`.`,
  });
}

/** What files (`-f`) and `--set` ask for, the latter last. @returns the words of a refusal otherwise */
function wantedBy({ desk, cwd, flags }: Call): Wanted | string {
  let profile = 'default';
  let revision = flags.text('revision') ?? 'default';
  let meshConfig: Fields = {};
  let sampling: number | undefined;
  const without = new Set<Gateway>();
  const beyond: string[] = [];
  for (const file of flags.list('filename')) {
    const found = fileAt(desk, resolvePath(cwd, file));
    if (!found)
      return `Error: generate config: failed to read file ${JSON.stringify(file)}: open ${file}: no such file or directory\n`;
    const [document] = parseYaml({ path: file, text: found.manifests ?? found.content ?? '' }).documents;
    const spec = fields(fields(document?.value).spec);
    for (const [key, value] of Object.entries(spec)) {
      if (key === 'profile') profile = String(value);
      else if (key === 'revision') revision = String(value);
      else if (key === 'components') {
        const { off, left } = turnedOff(fields(value));
        for (const kind of off) without.add(kind);
        beyond.push(...left);
      } else if (key === 'meshConfig') meshConfig = { ...meshConfig, ...fields(value) };
      else if (key === 'values') {
        const { meshConfig: own, pilot, ...others } = fields(value);
        meshConfig = { ...fields(own), ...meshConfig };
        sampling = percentOf(fields(pilot).traceSampling) ?? sampling;
        const left = pathsOf({ ...others, ...(pilot !== undefined && { pilot }) }).filter(
          (path) => path !== 'pilot.traceSampling' && !decidesNothing.test(path),
        );
        beyond.push(...left.map((path) => `spec.values.${path}`));
      } else beyond.push(`spec.${key}`);
    }
  }
  for (const one of flags.all('set')) {
    const equals = one.indexOf('=');
    if (equals < 1) return `Error: generate config: invalid flag ${JSON.stringify(one)}\n`;
    const path = one.slice(0, equals).replace(/^spec\./, '');
    const value = one.slice(equals + 1);
    if (path === 'profile') profile = value;
    else if (path === 'revision') revision = value;
    else if (path === 'values.pilot.traceSampling') sampling = percentOf(Number(value));
    else if (path.startsWith('values.') && decidesNothing.test(path.slice(7))) continue;
    else if (/^components\.(?:base|pilot)\.enabled$/.test(path) && value === 'true') continue;
    else if (gatewayOff.test(path) && value === 'false') without.add(path.includes('ingress') ? 'ingress' : 'egress');
    else if (/^meshConfig\.[\w.]+$/.test(path))
      meshConfig = withPath(meshConfig, path.split('.').slice(1), scalar(value));
    else beyond.push(`--set ${path}`);
  }
  return { profile, meshConfig, sampling, revision, without, beyond };
}

/**
 * Values that change how many pods of istiod there are, what they may use and what they and proxies write, and nothing that is seen here.
 * @see manifests/charts/istio-control/istio-discovery/values.yaml of istio/istio
 */
const decidesNothing =
  /^(?:pilot\.(?:autoscale\w+|replicaCount|resources\b.*|rollingMax\w+|cpu\b.*|memory\b.*|podAnnotations\b.*|podLabels\b.*)|global\.(?:logging\b.*|logAsJson|proxy\.(?:logLevel|componentLogLevel)))$/;
const gatewayOff = /^components\.(?:ingress|egress)Gateways\[0\]\.enabled$/;

/** The paths of all values of a tree, by dots. */
function pathsOf(data: Fields, above = '', depth = 0): readonly string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const path = `${above}${key}`;
    const inside = fields(value);
    return depth < 20 && Object.keys(inside).length > 0 ? pathsOf(inside, `${path}.`, depth + 1) : [path];
  });
}

/** Gateways that `components` turns off, and what it says besides. */
function turnedOff(components: Fields): { readonly off: readonly Gateway[]; readonly left: readonly string[] } {
  const off: Gateway[] = [];
  const left: string[] = [];
  for (const [key, value] of Object.entries(components)) {
    if ((key === 'pilot' || key === 'base') && fields(value).enabled !== false) continue;
    const kind = key === 'ingressGateways' ? 'ingress' : key === 'egressGateways' ? 'egress' : undefined;
    const all = Array.isArray(value) ? value.map(fields) : [];
    const isOff = all.every((one) => one.enabled === false && one.name === `istio-${kind}gateway`);
    if (kind && all.length > 0 && isOff) off.push(kind);
    else left.push(`spec.components.${key}`);
  }
  return { off, left };
}

const percentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;

function withPath(data: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  return { ...data, [key]: rest.length === 0 ? value : withPath(fields(own(data, key)), rest, value) };
}

const scalar = (text: string): unknown =>
  /^(?:true|false)$/.test(text) ? text === 'true' : /^\d+$/.test(text) ? Number(text) : text;

/** `istioctl uninstall --purge`: everything of Istio but the namespace. @see operator/cmd/mesh/uninstall.go */
export function uninstall(call: Call): Outcome {
  const { desk, flags } = call;
  const session = meshSession(call);
  if (!session) return refused(desk, noServer);
  const revision = flags.text('revision');
  if (!flags.on('purge') && revision === undefined)
    return refused(
      desk,
      'Error: at least one of the --revision (or --set revision=<revision>), --filename or --purge flags must be set\n',
    );
  if (!flags.on('skip-confirmation') && !agrees(call)) {
    const asks = flags.on('purge')
      ? 'All Istio resources will be pruned from the cluster\nProceed? (y/N) '
      : 'Proceed? (y/N) ';
    return { desk, stdout: asks, stderr: 'Cancelled.\n', exit: 1 };
  }
  const live = mine(session, flags.on('purge') ? undefined : revision).reduce<LiveCluster>(
    (next, key) => removeObject(next, key, desk.clock),
    session.live,
  );
  return {
    desk: noted(withCluster(desk, session.named, live), 'mesh.removed', { mesh: 'istio' }),
    stdout: '✔ Uninstall complete\n',
    stderr: '',
    exit: 0,
    seconds: 3,
  };
}

function mine({ live }: MeshSession, revision: string | undefined) {
  return live.resources.filter(({ kind, group, name, namespace, metadata }) => {
    if (revision !== undefined && own(metadata.labels, 'istio.io/rev') !== revision) return false;
    if (/(?:^|\.)istio\.io$/.test(group)) return revision === undefined;
    if (kind === 'CustomResourceDefinition') return revision === undefined && name.endsWith('.istio.io');
    if (/WebhookConfiguration$/.test(kind)) return /^istio-/.test(name);
    return namespace === istioNamespace && /^(?:istiod?(?:-|$))/.test(name) && kind !== 'Namespace';
  });
}
