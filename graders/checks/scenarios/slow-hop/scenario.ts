import { selfTimes } from '../../../lab/telemetry/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'slow-hop',
  run({ file }, { given }) {
    const source = given.find(({ path }) => path === file);
    const times = selfTimes(source?.text ?? '');
    const [slowest] = times;
    if (!slowest) throw new Error(`the exercise has no trace in ${file}`);
    const self = Object.fromEntries(
      times.map(({ service, milliseconds }) => [service.replace(/\..*$/, ''), milliseconds]),
    );
    return { hops: [], outcome: { slowest: slowest.service, milliseconds: slowest.milliseconds, self } };
  },
});
