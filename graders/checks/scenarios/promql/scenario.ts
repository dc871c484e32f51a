import { ask } from '../../../lab/telemetry/index.ts';
import { scrapedSeries } from '../../promql/worlds.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'promql',
  run({ files, traffic, query }, given) {
    const answer = ask(query, scrapedSeries(given, files)(traffic));
    if ('problem' in answer) throw new Error(`the scenario's query gives no value: ${query}`);
    const [first] = answer.samples;
    const value = first === undefined ? null : Math.round(first.value * 1e6) / 1e6;
    return { hops: [], outcome: { value, series: answer.samples.length } };
  },
});
