import { selfTimes } from '../../../lab/telemetry/index.ts';
import { givenFile } from '../../given.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'slow-hop',
  run({ file }, given) {
    const times = selfTimes(givenFile(given, file).text);
    const [slowest] = times;
    if (!slowest) throw new Error(`the exercise has no trace in ${file}`);
    const self = Object.fromEntries(
      times.map(({ service, milliseconds }) => [service.replace(/\..*$/, ''), milliseconds]),
    );
    return { hops: [], outcome: { slowest: slowest.service, milliseconds: slowest.milliseconds, self } };
  },
});
