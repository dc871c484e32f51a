import { openByWeb } from '../../../lab/hadoop/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenMesh } from '../mesh.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'web-read',
  run: ({ files, ...read }, given) => openByWeb(givenMesh(given, files), read),
});
