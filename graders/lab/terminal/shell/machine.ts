import { Budget, type Machine, type Scope, type Users, unlisted } from '../../machine/index.ts';
import type { Desk } from '../desk/desk.ts';
import { learner } from '../desk/open.ts';
import type { ShellState } from './state.ts';

const users: Users = {
  uids: new Map([
    ['root', 0],
    [learner.name, learner.uid],
  ]),
  gids: new Map([
    ['root', 0],
    [learner.name, learner.uid],
  ]),
  more: false,
};

/** Where the programs of the learner's machine are. */
const programs: Scope = { directory: '/usr', holds: 'base' };

/** The learner's machine as a process on it sees it. */
export function workstation({ files }: Desk, { cwd, env }: ShellState, budget = new Budget()): Machine {
  return {
    files: { ...files, scopes: [programs] },
    users,
    env,
    cwd,
    uid: learner.uid,
    gid: learner.uid,
    layer: 0,
    host: {
      catalogue: unlisted,
      interactive: false,
      readOnly: false,
      mounts: [],
      has: () => false,
      resolves: () => undefined,
      asks: () => 'unknown',
      mayHave: () => false,
    },
    budget,
    installed: 0,
    nested: 0,
    clock: 0,
    horizon: Number.POSITIVE_INFINITY,
    daemons: [],
  };
}
