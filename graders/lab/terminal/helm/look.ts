import { re2 } from '../../../core/re2/re2.ts';
import type { Fields } from '../../cluster/index.ts';
import { calendarTime, timestamp } from '../desk/time.ts';
import type { MeshSession } from '../mesh/session.ts';
import { type Call, type Outcome, printed } from '../tool/tool.ts';
import { releaseText } from './install.ts';
import { manifestOf } from './manifest.ts';
import { asData, asJson, asYaml, formatOf, moment, table } from './print.ts';
import { fails, inCluster, wants } from './session.ts';
import { statusText } from './status.ts';
import { historyOf, type Release, releasesOf } from './store.ts';
import { chartNamed, renderedOf } from './upgrade.ts';
import { merged } from './values.ts';

const states = ['deployed', 'failed', 'superseded', 'uninstalled'] as const;

/** `helm list`: the last revision of each release. @see https://github.com/helm/helm/blob/main/pkg/cmd/list.go */
export function list(call: Call): Outcome {
  const { flags, desk } = call;
  if (call.operands.length > 0) return fails(call, `"helm list" accepts no arguments\n\nUsage:  helm list [flags]`);
  return inCluster(call, (session) => {
    const all = releasesOf(session, flags.on('all-namespaces') ? undefined : session.namespace);
    const wanted = states.filter((state) => flags.on(state));
    const pattern = flags.text('filter');
    const filter = pattern === undefined ? undefined : re2(pattern);
    const last = all.filter((one) => !all.some((other) => isOf(other, one) && other.revision > one.revision));
    const rows = last
      .filter(({ status }) => wanted.length === 0 || wanted.includes(status))
      .filter(({ name }) => pattern === undefined || (filter?.matchesIn(name) ?? false))
      .sort((a, b) => (flags.on('date') ? a.updated - b.updated : 0));
    const shown = flags.on('reverse') ? [...rows].reverse() : rows;
    const format = formatOf(call);
    if (flags.on('short')) {
      const names = shown.map(({ name }) => name);
      if (format === 'table') return printed(desk, names.map((name) => `${name}\n`).join(''));
      return printed(desk, asData(format, names));
    }
    const elements = shown.map((one) => ({
      name: one.name,
      namespace: one.namespace,
      revision: String(one.revision),
      updated: moment(one.updated),
      status: one.status,
      chart: `${one.chart}-${one.version}`,
      app_version: one.appVersion,
    }));
    if (format !== 'table') return printed(desk, asData(format, elements));
    const head = ['NAME', 'NAMESPACE', 'REVISION', 'UPDATED', 'STATUS', 'CHART', 'APP VERSION'];
    const cells = elements.map((one) => Object.values(one));
    const lines = flags.on('no-headers') ? cells : [head, ...cells];
    return printed(desk, lines.length === 0 ? '\n' : table(lines));
  });
}

const isOf = (a: Release, b: Release): boolean => a.name === b.name && a.namespace === b.namespace;

/** Does something with a revision of a release. */
function ofRelease(call: Call, does: (release: Release, session: MeshSession) => string): Outcome {
  const wrong = wants(call, 1, 'RELEASE_NAME');
  if (wrong) return wrong;
  const [name = ''] = call.operands;
  return inCluster(call, (session) => {
    const history = historyOf(session, name);
    const revision = Number(call.flags.text('revision') ?? 0);
    const release = revision === 0 ? history.at(-1) : history.find((one) => one.revision === revision);
    if (!release) return fails(call, 'release: not found');
    return printed(call.desk, does(release, session));
  });
}

/** `helm status`. Without the table of the objects. */
export const status = (call: Call): Outcome =>
  ofRelease(call, (release) => releaseText(call, release, renderedOf(release).notes));

/** @see https://github.com/helm/helm/blob/main/pkg/cmd/history.go */
export const history = (call: Call): Outcome =>
  ofRelease(call, ({ name }, session) => {
    const most = Number(call.flags.text('max') ?? 256);
    const rows = historyOf(session, name)
      .slice(-most)
      .map((one) => ({
        revision: one.revision,
        updated: one.updated,
        status: one.status,
        chart: `${one.chart}-${one.version}`,
        app_version: one.appVersion,
        description: one.description,
      }));
    const format = formatOf(call);
    const data = rows.map((one) => ({
      ...one,
      updated: moment(one.updated).replace(' ', 'T').replace(' +0000 UTC', 'Z'),
    }));
    if (format !== 'table') return asData(format, data);
    const head = ['REVISION', 'UPDATED', 'STATUS', 'CHART', 'APP VERSION', 'DESCRIPTION'];
    return table([
      head,
      ...rows.map((one) => Object.values({ ...one, updated: calendarTime(one.updated) }).map(String)),
    ]);
  });

/** `helm get values`. @see https://github.com/helm/helm/blob/main/pkg/cmd/get_values.go */
export const getValues = (call: Call): Outcome =>
  ofRelease(call, ({ values, chart }) => {
    const all = call.flags.on('all');
    const shown: Fields = all ? merged(chartNamed(chart)?.values ?? {}, values) : values;
    const data = Object.keys(shown).length === 0 ? null : shown;
    const format = formatOf(call);
    if (format === 'json') return asJson(data);
    const head = format === 'yaml' ? '' : all ? 'COMPUTED VALUES:\n' : 'USER-SUPPLIED VALUES:\n';
    return `${head}${asYaml(data)}`;
  });

export const getManifest = (call: Call): Outcome =>
  ofRelease(call, (release) => `${manifestOf(release.chart, renderedOf(release).pieces)}\n`);

export const getNotes = (call: Call): Outcome => ofRelease(call, (release) => `NOTES:\n${renderedOf(release).notes}\n`);

/** `helm get all`. @see https://github.com/helm/helm/blob/main/pkg/cmd/get_all.go */
export const getAll = (call: Call): Outcome =>
  ofRelease(call, (release) => {
    const given = Object.keys(release.values).length === 0 ? {} : release.values;
    const computed = merged(chartNamed(release.chart)?.values ?? {}, release.values);
    const { pieces, notes } = renderedOf(release);
    const manifest = manifestOf(release.chart, pieces);
    return statusText(release, { notes, manifest, values: { given, computed } });
  });

/** `helm get metadata`. @see https://github.com/helm/helm/blob/main/pkg/cmd/get_metadata.go */
export const getMetadata = (call: Call): Outcome =>
  ofRelease(call, (release) => {
    const rows = [
      ['NAME', release.name],
      ['CHART', release.chart],
      ['VERSION', release.version],
      ['APP_VERSION', release.appVersion],
      ['ANNOTATIONS', ''],
      ['LABELS', ''],
      ['DEPENDENCIES', ''],
      ['NAMESPACE', release.namespace],
      ['REVISION', String(release.revision)],
      ['STATUS', release.status],
      ['DEPLOYED_AT', timestamp(release.updated)],
      ['APPLY_METHOD', 'server-side apply'],
    ] as const;
    return rows.map(([name, value]) => `${name}: ${value}\n`).join('');
  });

/** The charts of the lab have none. */
export const getHooks = (call: Call): Outcome => ofRelease(call, () => '');
