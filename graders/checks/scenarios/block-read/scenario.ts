import { readBlock } from '../../../lab/hadoop/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenMesh } from '../mesh.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'block-read',
  run: ({ files, ...read }, given) => readBlock(givenMesh(given, files), read),
});
