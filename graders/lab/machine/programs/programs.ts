import type { Program } from '../machine.ts';
import { accounts } from './accounts.ts';
import { fetching } from './fetching.ts';
import { fileTools } from './file-tools.ts';
import { network } from './network.ts';
import { node, typescriptNode, watchingNode } from './node.ts';
import { npm, npx } from './npm.ts';
import { packages } from './packages.ts';
import { servers } from './servers.ts';
import { textTools } from './text-tools.ts';
import { wrappers } from './wrappers.ts';

/** Every program that is followed, by its name; the pages have the same table written so that a program is taken when it is called. */
export const programs: Pick<ReadonlyMap<string, Program>, 'get'> = new Map<string, Program>([
  ...textTools,
  ...fileTools,
  ...accounts,
  ...packages,
  ...fetching,
  ...network,
  ...servers,
  ...wrappers,
  ['node', node],
  ['nodejs', node],
  ['tsx', typescriptNode],
  ['ts-node', typescriptNode],
  ['nodemon', watchingNode],
  ['ts-node-dev', watchingNode],
  ['node-dev', watchingNode],
  ['npm', npm],
  ['npx', npx],
]);
