import { own } from '../../../core/own.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { diagnose, dumpOf } from '../../../lab/hadoop/index.ts';
import { hops } from '../../../lab/hadoop/metrics/hops.ts';
import type { Series } from '../../../lab/telemetry/index.ts';
import { type Given, givenFile } from '../../given.ts';
import { seriesOfJob } from '../../promql/worlds.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'job-metrics',
  run({ files, dump, seed, fault }, given) {
    const series = seriesOfJob(given, files, { seed, fault });
    verifyDump(given, dump, series);
    const found = diagnose(series);
    const healthy = seriesOfJob(given, files, { seed, fault: 'none' });
    const { seen, told } = throughMesh(series, healthy);
    return { hops: [...found.hops, told], outcome: { ...found.outcome, mesh: seen } };
  },
  bearingOn: (path, told) => {
    const ofMesh = ({ message }: Hop) => message.startsWith(`${hops.area}/mesh`);
    return told.filter((one) => ofMesh(one) === (path === 'mesh'));
  },
});

/** @throws when the given file says something else than the lab: a mistake of its author */
function verifyDump(given: Given, path: string, series: readonly Series[]): void {
  if (givenFile(given, path).text !== dumpOf(dumped(series))) throw new Error(`${path} is not what the lab measures`);
}

/** Metrics of Istio that a dump shows, and the labels it keeps of them. */
const shown = new Map([
  ['istio_requests_total', ['pod', 'response_code']],
  ['istio_request_duration_milliseconds_sum', ['pod', 'response_code']],
  ['istio_request_duration_milliseconds_count', ['pod', 'response_code']],
  ['istio_tcp_sent_bytes_total', ['pod']],
]);

/** The series of a dump: those of the exporters as they are, and of those of Istio what a person can read. */
export function dumped(series: readonly Series[]): readonly Series[] {
  return series.flatMap((one) => {
    const name = one.labels.__name__ ?? '';
    if (!name.startsWith('istio_')) return [one];
    const kept = shown.get(name);
    if (!kept || one.labels.reporter !== 'destination' || one.perSecond === 0) return [];
    const labels = Object.fromEntries(
      ['__name__', 'reporter', ...kept].map((label) => [label, own(one.labels, label) ?? '']),
    );
    return [{ ...one, labels }];
  });
}

/** Which metrics of Istio are another than in a healthy run. */
function throughMesh(series: readonly Series[], healthy: readonly Series[]) {
  const [now, usual] = [pacesOf(series), pacesOf(healthy)];
  const differing = [...new Set([...now.keys(), ...usual.keys()])].filter((key) => now.get(key) !== usual.get(key));
  const metrics = [...new Set(differing.map((key) => key.slice(0, key.indexOf(' '))))].sort();
  return metrics.length === 0
    ? { seen: 'nothing', told: hop(hops, 'metric', 'meshAlike', {}) }
    : { seen: 'symptom', told: hop(hops, 'metric', 'meshDiffers', { metrics: metrics.map((one) => `\`${one}\``) }) };
}

function pacesOf(series: readonly Series[]): ReadonlyMap<string, number> {
  const ofMesh = dumped(series).filter(({ labels }) => labels.__name__?.startsWith('istio_'));
  return new Map(ofMesh.map(({ labels, perSecond }) => [`${labels.__name__} ${JSON.stringify(labels)}`, perSecond]));
}
