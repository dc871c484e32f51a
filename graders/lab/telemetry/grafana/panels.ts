import type { Span } from '../../../core/span.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';

/** A query of a panel. */
export interface PanelQuery {
  readonly title: string;
  readonly expr: string;
  readonly at: Span;
}

export type Dashboards = { readonly queries: readonly PanelQuery[]; readonly broken: readonly Span[] };

/**
 * The queries of every dashboard (a `.json` key) in ConfigMaps, rows opened.
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export function panelQueries(resources: readonly Resource[]): Dashboards {
  const queries: PanelQuery[] = [];
  const broken: Span[] = [];
  for (const map of resources.filter(({ kind }) => kind === 'ConfigMap')) {
    for (const [key, written] of Object.entries(fields(fields(map.data).data))) {
      if (!key.endsWith('.json') || typeof written !== 'string') continue;
      const at = fieldSpan(map, 'data', key);
      const dashboard = readJson(written);
      if (dashboard === undefined) broken.push(at);
      else queries.push(...queriesIn(fields(dashboard).panels, at, 0));
    }
  }
  return { queries, broken };
}

function queriesIn(panels: unknown, at: Span, depth: number): readonly PanelQuery[] {
  if (depth > 3) return [];
  return fieldsList(panels).flatMap((panel) => [
    ...fieldsList(panel.targets).flatMap((target) => {
      const expr = text(target.expr);
      return expr === undefined ? [] : [{ title: text(panel.title) ?? '', expr, at }];
    }),
    ...queriesIn(panel.panels, at, depth + 1),
  ]);
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
