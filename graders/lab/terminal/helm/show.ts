import { beyond, type Call, type Outcome, printed } from '../tool/tool.ts';
import { chartOf } from './ask.ts';
import type { Chart } from './chart.ts';
import { render } from './deploy.ts';
import { badName, nameAndChart } from './install.ts';
import { manifestOf } from './manifest.ts';
import { asYaml } from './print.ts';
import { fails, wants, wantsAtLeast } from './session.ts';
import { valuesOf } from './values.ts';

const shown =
  (does: (chart: Chart) => string) =>
  (call: Call): Outcome => {
    const wrong = wants(call, 1, '[CHART]');
    if (wrong) return wrong;
    const chart = chartOf(call, call.operands[0] ?? '');
    return 'exit' in chart ? chart : printed(call.desk, does(chart));
  };

/** The values that the lab reads; the file of the real chart has others too, and comments. */
export const showValues = shown(({ values }) => asYaml(values));

export const showChart = shown(({ name, version, appVersion, description, home }) =>
  asYaml({
    apiVersion: 'v2',
    ...(appVersion !== undefined && { appVersion }),
    description,
    ...(home !== undefined && { home }),
    name,
    version,
  }),
);

/** `helm template [NAME] CHART`. @see https://github.com/helm/helm/blob/main/pkg/cmd/template.go */
export function template(call: Call): Outcome {
  const wrong = wantsAtLeast(call, 1, '[NAME] [CHART]');
  if (wrong) return wrong;
  const named =
    call.operands.length === 1 ? { name: 'release-name', chart: call.operands[0] ?? '' } : nameAndChart(call);
  if (typeof named === 'string') return fails(call, named);
  const chart = chartOf(call, named.chart);
  if ('exit' in chart) return chart;
  const values = valuesOf(call);
  if (typeof values === 'string') return fails(call, values);
  const bad = badName(named.name);
  if (bad !== undefined) return fails(call, `release name check failed: release name "${named.name}": ${bad}`);
  const current = call.desk.kube.contexts.find(({ name }) => name === call.desk.kube.current);
  const namespace = call.flags.text('namespace') ?? current?.namespace ?? 'default';
  const ready = render(chart, { name: named.name, namespace, revision: 1, values });
  if ('beyond' in ready) return beyond(call, ready.beyond);
  if ('error' in ready) return fails(call, `${ready.error}\n\nUse --debug flag to render out invalid YAML`);
  return { ...printed(call.desk, manifestOf(chart.name, ready.rendered.pieces)), notes: ready.notes };
}
