import { done, type Machine, type Ran } from '../machine.ts';
import { isKnown } from '../unknown.ts';

/** The variables of a process as far as anybody knows them, a line for each. */
function variablesOf({ env, uid }: Pick<Machine, 'env' | 'uid'>): string {
  const { PATH, HOSTNAME, HOME, ...others } = env;
  // The home of a user whom nobody knows.
  const home = uid >= 0 ? HOME : undefined;
  return Object.entries({ PATH, HOSTNAME, ...others, HOME: home })
    .flatMap(([name, value]) => (value !== undefined && isKnown(value) ? [`${name}=${value}\n`] : []))
    .join('');
}

/** What `env` and `printenv` print. */
export const listVariables = (machine: Machine, by: string): Ran =>
  machine.host.listsVariables ? done(machine, variablesOf(machine), by) : { machine, output: undefined, exit: 0 };
