import { own } from '../../../core/own.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';

/** What Grafana's own variables stand for while a panel shows five minutes. */
const fiveMinutes: Readonly<Record<string, string>> = {
  __rate_interval: '5m',
  __interval: '5m',
  __interval_ms: '300000',
  __range: '5m',
  __range_s: '300',
  __range_ms: '300000',
};

const variable = /\$(?:(\w+)|\{(\w+)(?::\w+)?\})|\[\[(\w+)(?::\w+)?\]\]/g;

/** The variables that a dashboard declares. */
export interface Variables {
  /** Values as the dashboard opens with them. */
  readonly known: Readonly<Record<string, string>>;
  /** Those whose value only a running Grafana finds out. */
  readonly unknown: readonly string[];
}

/**
 * A query as Grafana sends it to Prometheus: with its variables replaced. What is no variable stays as it is.
 * @param others values of the dashboard's variables, by name
 * @see https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/add-template-variables/#global-variables
 */
export function interpolated(query: string, others: Variables['known'] = {}): string {
  return query.replace(variable, (whole, bare, braced, old) => {
    const name = bare ?? braced ?? old;
    return own(fiveMinutes, name) ?? own(others, name) ?? whole;
  });
}

/** Whether a query uses a variable. */
export function mentions(query: string, name: string): boolean {
  return [...query.matchAll(variable)].some(([, bare, braced, old]) => (bare ?? braced ?? old) === name);
}

/** @see https://grafana.com/docs/grafana/latest/dashboards/variables/ */
export function variablesOf(dashboard: unknown): Variables {
  const known: Record<string, string> = {};
  const unknown: string[] = [];
  for (const { name, type, query, current } of fieldsList(fields(fields(dashboard).templating).list)) {
    const fixed = type === 'constant' || type === 'textbox' ? text(query) : undefined;
    const value = text(fields(current).value) ?? fixed;
    if (typeof name !== 'string') continue;
    if (value === undefined || value.startsWith('$__')) unknown.push(name);
    else known[name] = value;
  }
  return { known, unknown };
}
