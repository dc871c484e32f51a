import { withCluster } from '../desk/clusters.ts';
import { noted } from '../desk/desk.ts';
import type { MeshSession } from '../mesh/session.ts';
import { beyond, type Call, type Outcome } from '../tool/tool.ts';
import { chartOf } from './ask.ts';
import { repositories } from './catalog.ts';
import type { Chart, Piece } from './chart.ts';
import { deploy, hindrance, isSame, render } from './deploy.ts';
import { badName, dryRunOf, installChart, releaseText } from './install.ts';
import { manifestOf } from './manifest.ts';
import { fails, inCluster, wants, wantsAtLeast } from './session.ts';
import { statusText } from './status.ts';
import { historyOf, type Release, withRelease } from './store.ts';
import { merged, valuesOf } from './values.ts';

const failed = 'UPGRADE FAILED: ';

/** `helm upgrade RELEASE CHART`. @see https://github.com/helm/helm/blob/main/pkg/cmd/upgrade.go and pkg/action/upgrade.go */
export function upgrade(call: Call): Outcome {
  const wrong = wants(call, 2, '[RELEASE] [CHART]');
  if (wrong) return wrong;
  const [name = '', written = ''] = call.operands;
  return inCluster(call, (session) => {
    const history = historyOf(session, name);
    const last = history.at(-1);
    const chart = chartOf(call, written);
    if (call.flags.on('install') && (!last || last.status === 'uninstalled')) {
      const intro = `Release ${JSON.stringify(name)} does not exist. Installing it now.\n`;
      if ('exit' in chart) return { ...chart, stdout: intro };
      return installChart(call, name, chart, '', intro);
    }
    if ('exit' in chart) return chart;
    return toNext(call, session, history, chart);
  });
}

function toNext(call: Call, session: MeshSession, history: readonly Release[], chart: Chart): Outcome {
  const [name = ''] = call.operands;
  const values = valuesOf(call);
  if (typeof values === 'string') return fails(call, values);
  const dryRun = dryRunOf(call);
  if (typeof dryRun === 'string') return fails(call, dryRun);
  if (badName(name) !== undefined) return fails(call, `${failed}release name is invalid: ${name}`);
  const last = history.at(-1);
  const current = history.findLast(({ status }) => status === 'deployed') ?? last;
  if (!last || !current || last.status === 'uninstalled')
    return fails(call, `${failed}${JSON.stringify(name)} has no deployed releases`);
  const release: Release = {
    name,
    namespace: current.namespace,
    revision: last.revision + 1,
    status: 'deployed',
    chart: chart.name,
    version: chart.version,
    appVersion: chart.appVersion ?? '',
    values: reused(call, current, values),
    updated: call.desk.clock,
    description: call.flags.text('description') ?? 'Upgrade complete',
  };
  const ready = render(chart, release);
  if ('beyond' in ready) return beyond(call, ready.beyond);
  if ('error' in ready) return fails(call, `${failed}${ready.error}`);
  const { pieces, needs = [], notes, fact } = ready.rendered;
  const before = renderedOf(current).pieces;
  const isNew = ({ object }: Piece) => !before.some((one) => isSame(one.object, object));
  const wrong = hindrance(session, release, pieces.filter(isNew), needs, 'update');
  if (wrong !== undefined && dryRun.dry !== 'client') return fails(call, `${failed}${wrong}`);
  const told = call.flags.on('hide-notes') ? '' : notes;
  if (dryRun.dry !== 'none') {
    const shown = { ...release, description: 'Dry run complete' };
    const text = statusText(shown, { notes: told, pending: 'upgrade', manifest: manifestOf(release.chart, pieces) });
    const stdout = `Release ${JSON.stringify(name)} has been upgraded. Happy Helming!\n${text}`;
    return { desk: call.desk, stdout, stderr: dryRun.log, exit: 0, notes: ready.notes };
  }
  const done = revise(call, session, current, release, pieces, before);
  if (done.error !== undefined) return fails({ ...call, desk: done.desk }, `${failed}${done.error}`);
  const desk = fact ? noted(done.desk, fact.did, { ...fact.data }) : done.desk;
  const isTable = (call.flags.text('output') ?? 'table') === 'table';
  const intro = isTable ? `Release ${JSON.stringify(name)} has been upgraded. Happy Helming!\n` : '';
  return {
    desk,
    stdout: `${intro}${releaseText(call, release, told)}`,
    stderr: dryRun.log,
    exit: 0,
    seconds: 2,
    notes: ready.notes,
  };
}

/** Sends the next revision of a release, and keeps it with the one before. */
function revise(
  call: Call,
  session: MeshSession,
  current: Release,
  release: Release,
  pieces: readonly Piece[],
  before: readonly Piece[],
) {
  const { live, clock, error } = deploy(call, session.live, release, pieces, before);
  const desk = { ...call.desk, clock };
  const next: Release =
    error === undefined
      ? release
      : {
          ...release,
          status: 'failed',
          description: `${release.description.startsWith('Rollback') ? 'Rollback' : 'Upgrade'} ${JSON.stringify(release.name)} failed: ${error}`,
        };
  const superseded = error === undefined ? withRelease(live, { ...current, status: 'superseded' }, clock) : live;
  return { desk: withCluster(desk, session.named, withRelease(superseded, next, clock)), error };
}

/** @see pkg/action/upgrade.go (`reuseValues`) */
function reused({ flags }: Call, current: Release, values: Release['values']): Release['values'] {
  if (flags.on('reset-values')) return values;
  if (flags.on('reuse-values') || flags.on('reset-then-reuse-values')) return merged(current.values, values);
  return Object.keys(values).length === 0 ? current.values : values;
}

/** A release that is stored, as its chart makes it; nothing where the lab has the chart no longer. */
export function renderedOf(release: Release): { readonly pieces: readonly Piece[]; readonly notes: string } {
  const chart = chartNamed(release.chart);
  const ready = chart && render(chart, release);
  return ready && 'rendered' in ready ? ready.rendered : { pieces: [], notes: '' };
}

export const chartNamed = (name: string): Chart | undefined =>
  repositories.flatMap(({ charts }) => charts).find((one) => one.name === name);

/** `helm rollback RELEASE [REVISION]`. @see https://github.com/helm/helm/blob/main/pkg/action/rollback.go */
export function rollback(call: Call): Outcome {
  const wrong = wantsAtLeast(call, 1, '<RELEASE> [REVISION]');
  if (wrong) return wrong;
  const [name = '', written] = call.operands;
  if (written !== undefined && !/^[-+]?\d+$/.test(written))
    return fails(
      call,
      `could not convert revision to a number: strconv.Atoi: parsing ${JSON.stringify(written)}: invalid syntax`,
    );
  return inCluster(call, (session) => {
    const history = historyOf(session, name);
    const last = history.at(-1);
    if (badName(name) !== undefined) return fails(call, `prepareRollback: Release name is invalid: ${name}`);
    if (Number(written ?? 0) < 0) return fails(call, 'invalid release revision');
    if (!last) return fails(call, 'release: not found');
    const wanted = Number(written ?? 0) || last.revision - 1;
    const target = history.find(({ revision }) => revision === wanted);
    if (!target) return fails(call, `release has no ${wanted} version`);
    const dryRun = dryRunOf(call);
    if (typeof dryRun === 'string') return fails(call, dryRun);
    const success = 'Rollback was a success! Happy Helming!\n';
    if (dryRun.dry !== 'none') return { desk: call.desk, stdout: success, stderr: dryRun.log, exit: 0 };
    const release: Release = {
      ...target,
      revision: last.revision + 1,
      status: 'deployed',
      updated: call.desk.clock,
      description: call.flags.text('description') ?? `Rollback to ${wanted}`,
    };
    const current = history.findLast(({ status }) => status === 'deployed') ?? last;
    const done = revise(call, session, current, release, renderedOf(release).pieces, renderedOf(current).pieces);
    if (done.error !== undefined) return fails({ ...call, desk: done.desk }, `release ${name} failed: ${done.error}`);
    return { desk: done.desk, stdout: success, stderr: dryRun.log, exit: 0, seconds: 2 };
  });
}
