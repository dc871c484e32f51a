import { beyond, type Call, type Flag, type Outcome } from '../tool/tool.ts';
import { locate, repositories } from './catalog.ts';
import type { Chart } from './chart.ts';
import { fails } from './session.ts';

/** The flags by which a chart is looked for. @see pkg/cmd/flags.go (`addChartPathOptionsFlags`) */
export const chartFlags: readonly Flag[] = [
  { name: 'version', value: 'text', says: { es: 'Versión del chart', en: 'Version of the chart' } },
  { name: 'repo', value: 'text', offers: repositories.map(({ url }) => url) },
  { name: 'devel', fidelity: 'partial' },
];

export const chartBeyond = [
  'verify',
  'keyring=',
  'username=',
  'password=',
  'cert-file=',
  'key-file=',
  'ca-file=',
  'insecure-skip-tls-verify',
  'plain-http',
  'pass-credentials',
];

/** The chart that a call names, or what becomes of the call. @param before `INSTALLATION FAILED: ` */
export function chartOf(call: Call, written: string, before = ''): Chart | Outcome {
  const found = locate(call.desk, written, { version: call.flags.text('version'), url: call.flags.text('repo') });
  if ('chart' in found) return found.chart;
  if ('error' in found) return fails(call, `${before}${found.error}`);
  const known = repositories
    .flatMap(({ charts }) => charts.map(({ name, version }) => `${name} ${version}`))
    .join(', ');
  return beyond(call, {
    es: `El laboratorio no tiene el chart \`${found.unknown}\`, y aquí no se ha hecho nada. Tiene ${known}.`,
    en: `The lab does not have the chart \`${found.unknown}\`, and nothing was done here. It has ${known}.`,
  });
}
