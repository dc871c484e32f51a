import { type Fields, fieldsOf, textAt } from '../../../core/fields.ts';
import type { Text } from '../../../core/text.ts';
import { type LiveCluster, put, reasonOf, refusalText, removeObject } from '../../cluster/index.ts';
import { asResources } from '../mesh/objects.ts';
import { type MeshSession, waitUntil } from '../mesh/session.ts';
import { seconds } from '../tool/parse.ts';
import type { Call } from '../tool/tool.ts';
import type { Chart, Needed, Piece, Rendered } from './chart.ts';
import { foreign, inOrder, owned } from './manifest.ts';
import type { Release } from './store.ts';
import { leaves, merged } from './values.ts';

/** What a chart comes to with the values of somebody, or why it does not. */
export type Ready =
  | { readonly error: string }
  | { readonly beyond: Text }
  | { readonly rendered: Extract<Rendered, { readonly pieces: unknown }>; readonly notes: readonly Text[] };

/** Renders a chart, after a look at the values that are given. */
export function render(chart: Chart, release: Pick<Release, 'name' | 'namespace' | 'revision' | 'values'>): Ready {
  const { values } = release;
  const firsts = Object.keys(values).filter((name) => !chart.known.has(name));
  if (chart.strict && firsts.length > 0)
    return {
      error: `values don't meet the specifications of the schema(s) in the following chart(s):\n${chart.name}:\n- at '': additional properties ${firsts.map((name) => `'${name}'`).join(', ')} not allowed\n`,
    };
  const unread = leaves(values).filter((path) => chart.known.has(path.split('.')[0] ?? '') && !isRead(chart, path));
  if (unread.length > 0) return { beyond: notModelled(chart, unread) };
  const rendered = chart.render({ ...release, values: merged(chart.values, values) });
  if ('error' in rendered || 'beyond' in rendered) return rendered;
  return { rendered, notes: firsts.map((name) => ignored(chart, name)) };
}

/** Whether the lab reads a value, or it decides nothing of what the lab shows. */
function isRead({ values, silent, reads = [] }: Chart, path: string): boolean {
  const isBelow = (begin: string) => path === begin || path.startsWith(`${begin}.`);
  return (
    silent.some(isBelow) ||
    reads.some(isBelow) ||
    leaves(values).some((one) => isBelow(one) || one.startsWith(`${path}.`))
  );
}

const notModelled = ({ name }: Chart, paths: readonly string[]): Text => {
  const listed = paths.map((path) => `\`${path}\``).join(', ');
  return {
    es: `El laboratorio no modela ${listed} del chart \`${name}\`, y aquí no se ha hecho nada. Lo que modela se ve con \`helm show values\`.`,
    en: `The lab does not model ${listed} of the chart \`${name}\`, and nothing was done here. What it models is shown by \`helm show values\`.`,
  };
};

const ignored = ({ name: chart }: Chart, name: string): Text => ({
  es: `El chart \`${chart}\` no tiene ningún valor \`${name}\`: Helm lo acepta, y no decide nada.`,
  en: `The chart \`${chart}\` has no value \`${name}\`: Helm takes it, and it decides nothing.`,
});

/** What came of sending a release to the cluster. */
export interface Sent {
  readonly live: LiveCluster;
  readonly clock: number;
  readonly error?: string;
}

/** What keeps a release from being sent at all. @returns the words of a refusal */
export function hindrance(
  { live }: MeshSession,
  { name, namespace }: Pick<Release, 'name' | 'namespace'>,
  pieces: readonly Piece[],
  needs: readonly Needed[],
  doing: 'install' | 'update',
): string | undefined {
  const missing = needs.filter(
    ({ kind, apiVersion }) => !defines(live, kind, apiVersion.slice(0, apiVersion.indexOf('/'))),
  );
  if (missing.length > 0) {
    const told = missing.map(
      (one) =>
        `resource mapping not found for name: "${one.name}" namespace: "${namespace}" from "": no matches for kind "${one.kind}" in version "${one.apiVersion}"\nensure CRDs are installed first`,
    );
    const all = told.length === 1 ? told[0] : `[${told.join(', ')}]`;
    return `unable to build kubernetes objects from release manifest: ${all}`;
  }
  for (const { object } of inOrder(pieces)) {
    const kind = String(object.kind);
    const found = live.resources.find(
      (one) =>
        one.kind === kind &&
        one.name === textAt(object.metadata, 'name') &&
        (one.namespace ?? '') === (textAt(object.metadata, 'namespace') ?? ''),
    );
    const why = found && foreign(fieldsOf(found.data).metadata, name, namespace);
    if (found && why !== undefined)
      return `unable to continue with ${doing}: ${kind} "${found.name}" in namespace "${found.namespace ?? ''}" exists and cannot be imported into the current release: ${why}`;
  }
  return undefined;
}

const defines = (live: LiveCluster, kind: string, group: string): boolean =>
  live.resources.some(
    (one) =>
      one.kind === 'CustomResourceDefinition' &&
      textAt(one.data, 'spec', 'group') === group &&
      textAt(one.data, 'spec', 'names', 'kind') === kind,
  );

/** Sends the objects of a release, takes away those that only the one before had, and waits where it is asked to. */
export function deploy(
  call: Call,
  live: LiveCluster,
  { name, namespace }: Pick<Release, 'name' | 'namespace'>,
  pieces: readonly Piece[],
  before: readonly Piece[] = [],
): Sent {
  const { clock } = call.desk;
  const objects = inOrder(pieces).map(({ object }) => owned(object, name, namespace));
  const { cluster, puts } = put(live, asResources(objects), clock);
  const gone = before.filter(({ object }) => !pieces.some((one) => isSame(one.object, object)) && !isKept(object));
  const next = gone.reduce((now, { object }) => removeObject(now, identityOf(object), clock), cluster);
  const refused = puts.find(({ did }) => did === 'refused');
  const [hop] = refused?.why ?? [];
  if (refused && hop) {
    const plural = `${refused.resource.kind.toLowerCase()}s`;
    return { live: next, clock, error: refusalText(plural, refused.resource.name, hop) || reasonOf(hop) };
  }
  const wait = call.flags.text('wait') ?? 'hookOnly';
  const waits = /^(?:watcher|legacy|true)$/.test(wait) || isAtomic(call);
  return waits ? waited(call, next, objects) : { live: next, clock };
}

export const isAtomic = ({ flags }: Call): boolean => flags.on('atomic') || flags.on('rollback-on-failure');

/**
 * Waits for what runs, as long as `--timeout` says.
 * @see https://github.com/helm/helm/blob/main/pkg/kube/statuswait.go
 */
function waited({ desk, flags }: Call, live: LiveCluster, objects: readonly Fields[]): Sent {
  const running = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'DaemonSet');
  const most = seconds(flags.text('timeout') ?? '5m') ?? 300;
  const mineOf = (pods: Parameters<Parameters<typeof waitUntil>[3]>[0], object: Fields) =>
    pods.filter(
      ({ pod, terminating }) =>
        !terminating &&
        pod.namespace === textAt(object.metadata, 'namespace') &&
        pod.workload.name === textAt(object.metadata, 'name'),
    );
  const late: { object: Fields; ready: number; all: number }[] = [];
  const { clock, held } = waitUntil(live, desk.clock, most, (pods) => {
    late.length = 0;
    for (const object of running) {
      const mine = mineOf(pods, object);
      const ready = mine.filter(({ pod }) => pod.ready).length;
      if (mine.length === 0 || ready < mine.length) late.push({ object, ready, all: Math.max(1, mine.length) });
    }
    return late.length === 0;
  });
  if (held) return { live, clock };
  const lines = late.map(
    ({ object, ready, all }) =>
      `resource ${String(object.kind)}/${textAt(object.metadata, 'namespace')}/${textAt(object.metadata, 'name')} not ready. status: InProgress, message: Available: ${ready}/${all}`,
  );
  return { live, clock, error: [...lines, 'context deadline exceeded'].join('\n') };
}

export const isSame = (a: Fields, b: Fields): boolean =>
  a.kind === b.kind &&
  textAt(a.metadata, 'name') === textAt(b.metadata, 'name') &&
  textAt(a.metadata, 'namespace') === textAt(b.metadata, 'namespace');

export const isKept = (object: Fields): boolean =>
  textAt(object.metadata, 'annotations', 'helm.sh/resource-policy') === 'keep';

export function identityOf(object: Fields) {
  const version = String(object.apiVersion);
  return {
    group: version.includes('/') ? version.slice(0, version.indexOf('/')) : '',
    kind: String(object.kind),
    namespace: textAt(object.metadata, 'namespace'),
    name: textAt(object.metadata, 'name') ?? '',
  };
}
