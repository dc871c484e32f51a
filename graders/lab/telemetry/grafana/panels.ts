import type { Span } from '../../../core/span.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { ClusterState } from '../../cluster/index.ts';
import { readJson } from './json.ts';
import { interpolated, mentions, type Variables, variablesOf } from './variables.ts';

/** A text with a dashboard, and the key of the ConfigMap that holds it. */
export interface DashboardText {
  readonly written: string;
  readonly at: Span;
}

/** A query of a panel, with the dashboard's variables replaced. */
export interface PanelQuery extends DashboardText {
  readonly title: string;
  /** As written. */
  readonly expr: string;
  readonly query: string;
  /** Variable of the dashboard whose value only Grafana knows. */
  readonly unknown: string | undefined;
}

export interface Dashboards {
  readonly queries: readonly PanelQuery[];
  /** Texts that are no JSON, and the offset at which they stop being it. */
  readonly broken: readonly (DashboardText & { readonly offset: number })[];
  /** What Grafana computes itself out of queries, by its name: panels then show other values than their queries. */
  readonly computed: readonly string[];
}

/**
 * The queries of every dashboard (a `.json` key) in ConfigMaps, rows opened and hidden queries left out.
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export function panelQueries(resources: readonly Resource[]): Dashboards {
  const texts = resources.filter(({ kind }) => kind === 'ConfigMap').flatMap(dashboardTexts);
  const read = texts.map((one) => ({ ...one, json: readJson(one.written) }));
  const panels = read.flatMap(({ json, ...from }) => ('value' in json ? panelsOf(json.value, from) : []));
  return {
    queries: panels.flatMap(queriesOf),
    broken: read.flatMap(({ json, ...from }) => ('brokenAt' in json ? [{ ...from, offset: json.brokenAt }] : [])),
    computed: [...new Set(panels.flatMap(computedIn))],
  };
}

/** The ConfigMaps that some pod mounts. */
export function mountedMaps({ pods, resources }: ClusterState): readonly Resource[] {
  const mounted = new Set(
    pods.flatMap(({ spec, namespace }) =>
      fieldsList(fields(spec).volumes).flatMap((volume) => {
        const projected = fieldsList(fields(volume.projected).sources);
        return [volume, ...projected].map(({ configMap }) => `${namespace}/${text(fields(configMap).name)}`);
      }),
    ),
  );
  return resources.filter(({ kind, name, namespace }) => kind === 'ConfigMap' && mounted.has(`${namespace}/${name}`));
}

/** The keys of a ConfigMap that are dashboards. */
export function dashboardTexts(map: Resource): readonly DashboardText[] {
  return Object.entries(fields(fields(map.data).data)).flatMap(([key, written]) =>
    key.endsWith('.json') && typeof written === 'string' ? [{ written, at: fieldSpan(map, 'data', key) }] : [],
  );
}

interface Panel {
  readonly panel: Fields;
  readonly variables: Variables;
  readonly from: DashboardText;
}

const deepest = 3;

function panelsOf(dashboard: unknown, from: DashboardText): readonly Panel[] {
  const variables = variablesOf(dashboard);
  const opened = (panels: unknown, depth: number): readonly Panel[] =>
    depth > deepest
      ? []
      : fieldsList(panels).flatMap((panel) => [{ panel, variables, from }, ...opened(panel.panels, depth + 1)]);
  const { panels, rows } = fields(dashboard);
  return [...opened(panels, 0), ...opened(rows, 0)];
}

const shownTargets = ({ targets }: Fields): readonly Fields[] =>
  fieldsList(targets).filter(({ hide }) => hide !== true);

function queriesOf({ panel, variables, from }: Panel): readonly PanelQuery[] {
  return shownTargets(panel).flatMap((target) => {
    const expr = text(target.expr);
    if (expr === undefined) return [];
    const unknown = variables.unknown.find((name) => mentions(expr, name));
    return [{ ...from, title: text(panel.title) ?? '', expr, query: interpolated(expr, variables.known), unknown }];
  });
}

function computedIn({ panel }: Panel): readonly string[] {
  const expressions = shownTargets(panel).some(({ datasource }) => text(fields(datasource).type) === '__expr__');
  const transformed = fieldsList(panel.transformations).some(({ id }) => id === 'calculateField');
  return [...(expressions ? ['__expr__'] : []), ...(transformed ? ['calculateField'] : [])];
}
