import { type Fields, fieldsOf } from '../../../core/fields.ts';
import { type LiveCluster, put, removeObject } from '../../cluster/index.ts';
import { withCluster } from '../desk/clusters.ts';
import { type Desk, noted } from '../desk/desk.ts';
import { dateAt } from '../desk/time.ts';
import { asResources } from '../mesh/objects.ts';
import { exists, type MeshSession } from '../mesh/session.ts';
import { beyond, type Call, type Outcome } from '../tool/tool.ts';
import { chartOf } from './ask.ts';
import type { Chart } from './chart.ts';
import { deploy, hindrance, identityOf, isAtomic, type Ready, render } from './deploy.ts';
import { manifestOf } from './manifest.ts';
import { asData, formatOf } from './print.ts';
import { fails, inCluster, logged, wantsAtLeast } from './session.ts';
import { statusText } from './status.ts';
import { historyOf, type Release, withRelease } from './store.ts';
import { valuesOf } from './values.ts';

const failed = 'INSTALLATION FAILED: ';

/** `helm install NAME CHART`. @see https://github.com/helm/helm/blob/main/pkg/cmd/install.go and pkg/action/install.go */
export function install(call: Call): Outcome {
  const wrong = wantsAtLeast(call, 1, '[NAME] [CHART]');
  if (wrong) return wrong;
  const named = nameAndChart(call);
  if (typeof named === 'string') return fails(call, `${failed}${named}`);
  const chart = chartOf(call, named.chart, failed);
  if ('exit' in chart) return chart;
  return installChart(call, named.name, chart, failed);
}

/** @see pkg/action/install.go (`NameAndChart`) */
export function nameAndChart({
  operands,
  flags,
  desk,
}: Call): { readonly name: string; readonly chart: string } | string {
  const [first = '', second, ...more] = operands;
  if (more.length > 0) return `expected at most two arguments, unexpected arguments: ${more.join(', ')}`;
  const generates = flags.on('generate-name');
  if (second !== undefined)
    return generates ? 'cannot set --generate-name and also specify a name' : { name: first, chart: second };
  if (!generates) return 'must either provide a name or specify --generate-name';
  const base = first.slice(first.lastIndexOf('/') + 1).replace(/\..*$/s, '');
  return { name: `${base === '' ? 'chart' : base}-${1_770_000_000 + Math.floor(desk.clock)}`, chart: first };
}

/** How a command only shows what it would do. @see pkg/cmd/helpers.go (`cmdGetDryRunFlagStrategy`) */
export function dryRunOf({
  flags,
}: Call): { readonly dry: 'none' | 'client' | 'server'; readonly log: string } | string {
  const written = flags.text('dry-run') ?? 'none';
  if (written === 'none' || written === 'client' || written === 'server') return { dry: written, log: '' };
  if (written === 'unset')
    return {
      dry: 'client',
      log: logged('WARN', "--dry-run is deprecated and should be replaced with '--dry-run=client'"),
    };
  if (!/^(?:true|false|1|0|t|f)$/i.test(written))
    return `invalid dry-run value (${JSON.stringify(written)}). Must be "none", "server", or "client"`;
  const dry = /^[1t]/i.test(written) ? 'client' : 'none';
  return {
    dry,
    log: logged(
      'WARN',
      `boolean '--dry-run=${written}' flag is deprecated and must be replaced with '--dry-run=${dry}'`,
    ),
  };
}

/** @see pkg/chart/v2/util/validate_name.go */
const nameLaw = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

export const badName = (name: string): string | undefined =>
  name.length > 53 || !nameLaw.test(name)
    ? `invalid release name, must match regex ${nameLaw.source} and the length must not be longer than 53`
    : undefined;

/** Installs a chart under a name. @param said what goes before an error, and what was printed before @param intro */
export function installChart(call: Call, name: string, chart: Chart, said: string, intro = ''): Outcome {
  const ends = (error: string, log = ''): Outcome => ({ ...fails(call, error, log), stdout: intro });
  const values = valuesOf(call);
  if (typeof values === 'string') return ends(`${said}${values}`);
  const dryRun = dryRunOf(call);
  if (typeof dryRun === 'string') return ends(dryRun);
  return inCluster(
    call,
    (session) => {
      const history = historyOf(session, name);
      const bad = badName(name);
      const inUse = bad === undefined && dryRun.dry === 'none' && isTaken(call, history);
      const why =
        bad !== undefined
          ? `release name "${name}": ${bad}`
          : inUse
            ? 'cannot reuse a name that is still in use'
            : undefined;
      if (why !== undefined)
        return fails(
          call,
          `${said}release name check failed: ${why}`,
          logged('ERROR', 'release name check failed', why),
        );
      const release: Release = {
        name,
        namespace: session.namespace,
        revision: (history.at(-1)?.revision ?? 0) + 1,
        status: 'deployed',
        chart: chart.name,
        version: chart.version,
        appVersion: chart.appVersion ?? '',
        values,
        updated: call.desk.clock,
        description: call.flags.text('description') ?? 'Install complete',
      };
      const ready = render(chart, release);
      if ('beyond' in ready) return { ...beyond(call, ready.beyond), stdout: intro };
      if ('error' in ready) return ends(`${said}${ready.error}`);
      return sent(call, session, release, ready, said, dryRun.log, intro, dryRun.dry);
    },
    said,
  );
}

/** A name is free again once its release is gone; `--replace` takes one whose history was kept. */
function isTaken({ flags }: Call, history: readonly Release[]): boolean {
  const last = history.at(-1);
  if (!last) return false;
  return !(flags.on('replace') && (last.status === 'uninstalled' || last.status === 'failed'));
}

function sent(
  call: Call,
  session: MeshSession,
  release: Release,
  { rendered, notes }: Extract<Ready, { readonly rendered: unknown }>,
  said: string,
  log: string,
  intro: string,
  dry: 'none' | 'client' | 'server',
): Outcome {
  const { pieces, needs = [] } = rendered;
  const wrong = dry === 'client' ? undefined : hindrance(session, release, pieces, needs, 'install');
  if (wrong !== undefined) return { ...fails(call, `${said}${wrong}`, log), stdout: intro };
  const told = call.flags.on('hide-notes') ? '' : rendered.notes;
  if (dry !== 'none') {
    const text = statusText(
      { ...release, description: 'Dry run complete' },
      { notes: told, pending: 'install', manifest: manifestOf(release.chart, pieces) },
    );
    return { desk: call.desk, stdout: `${intro}${text}`, stderr: log, exit: 0, notes };
  }
  const { namespace } = release;
  const before = call.flags.on('create-namespace') ? withNamespace(session, namespace, call.desk) : session.live;
  if (!hasNamespace(before, namespace))
    return {
      ...fails(call, `${said}create: failed to create: namespaces "${namespace}" not found`, log),
      stdout: intro,
    };
  const { live, clock, error } = deploy(call, before, release, pieces);
  const desk = { ...call.desk, clock };
  if (error !== undefined) {
    const isUndone = isAtomic(call);
    const gone = pieces.reduce<LiveCluster>((now, { object }) => removeObject(now, identityOf(object), clock), live);
    const kept = withRelease(
      live,
      { ...release, status: 'failed', description: `Release "${release.name}" failed: ${error}` },
      clock,
    );
    const text = isUndone
      ? `release ${release.name} failed, and has been uninstalled due to rollback-on-failure being set: ${error}`
      : error;
    const after = withCluster(desk, session.named, isUndone ? gone : kept);
    return { ...fails({ ...call, desk: after }, `${said}${text}`, log), stdout: intro };
  }
  const labelled = rendered.labels ? withLabels(live, namespace, rendered.labels, clock) : live;
  const stored = withRelease(labelled, release, clock);
  const { fact } = rendered;
  const next = withCluster(desk, session.named, stored);
  return {
    desk: fact ? noted(next, fact.did, { ...fact.data }) : next,
    stdout: `${intro}${releaseText(call, release, told)}`,
    stderr: log,
    exit: 0,
    seconds: 2,
    notes,
  };
}

/** A release after it was sent, in the format that is asked for. */
export function releaseText(call: Call, release: Release, notes: string): string {
  const format = formatOf(call);
  if (format === 'table') return statusText(release, { notes });
  const { name, namespace, revision: version, values: config, status, description, updated } = release;
  const data: Fields = {
    name,
    info: { last_deployed: dateAt(updated).toISOString(), description, status, notes },
    config,
    version,
    namespace,
  };
  return asData(format, data);
}

const hasNamespace = (live: LiveCluster, wanted: string): boolean =>
  wanted === 'default' ||
  live.resources.some(({ kind, group, name }) => kind === 'Namespace' && group === '' && name === wanted);

/** @see pkg/action/install.go (`CreateNamespace`) */
function withNamespace(session: MeshSession, name: string, { clock }: Desk): LiveCluster {
  if (exists(session, 'Namespace', name)) return session.live;
  const object: Fields = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { name } } };
  return put(session.live, asResources([object]), clock).cluster;
}

/** What a Job of a chart does to the namespace after its objects are there. */
function withLabels(
  live: LiveCluster,
  name: string,
  labels: Readonly<Record<string, string>>,
  clock: number,
): LiveCluster {
  const found = live.resources.find((one) => one.kind === 'Namespace' && one.group === '' && one.name === name);
  if (!found) return live;
  const data = fieldsOf(found.data);
  const metadata = fieldsOf(data.metadata);
  const object: Fields = { ...data, metadata: { ...metadata, labels: { ...fieldsOf(metadata.labels), ...labels } } };
  return put(live, asResources([object]), clock).cluster;
}
