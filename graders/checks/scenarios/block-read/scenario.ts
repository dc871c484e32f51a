import { readBlock } from '../../../lab/hadoop/index.ts';
import { openMesh } from '../../../lab/istio/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'block-read',
  run: ({ files, ...read }, submission) => readBlock(openMesh(givenWorld(submission, files).state), read),
});
