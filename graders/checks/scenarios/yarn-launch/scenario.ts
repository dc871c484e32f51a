import { launch } from '../../../lab/hadoop/index.ts';
import { readSettings } from '../../../parse/settings/settings.ts';
import { givenFile } from '../../given.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'yarn-launch',
  run({ site, executor, job, ...world }, given) {
    const read = (path: string) => readSettings(givenFile(given, path));
    const { hops, outcome } = launch({ ...world, site: read(site), executor: read(executor), job: read(job) });
    return { hops, outcome: { ...outcome } };
  },
});
