/** What Grafana's own variables stand for while a panel shows five minutes. */
const own: Readonly<Record<string, string>> = {
  __rate_interval: '5m',
  __interval: '5m',
  __interval_ms: '300000',
  __range: '5m',
  __range_s: '300',
  __range_ms: '300000',
};

const variable = /\$(?:(\w+)|\{(\w+)(?::\w+)?\})|\[\[(\w+)(?::\w+)?\]\]/g;

/**
 * A query as Grafana sends it to Prometheus: with its variables replaced. What is no variable stays as it is.
 * @param others values of the dashboard's variables, by name
 * @see https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/add-template-variables/#global-variables
 */
export function interpolated(query: string, others: Readonly<Record<string, string>> = {}): string {
  return query.replace(variable, (whole, bare, braced, old) => {
    const name = bare ?? braced ?? old;
    if (Object.hasOwn(own, name)) return own[name] ?? whole;
    return Object.hasOwn(others, name) ? (others[name] ?? whole) : whole;
  });
}
