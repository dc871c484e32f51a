import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readService } from '../../checks/service/source.ts';
import { nodeProgram } from '../../cli/service/program.ts';
import { runService } from '../../cli/service/run.ts';
import type { Measurement } from './row.ts';
import { say, time } from './timing.ts';

/** A service nobody has run before, and the same one again. */
export function oneService(root: string): Measurement {
  return {
    what: 'exercise 26: start the service and play its contract / again, unchanged',
    goal: '≤ 1.5 s / ≤ 10 ms',
    measure() {
      const text = readFileSync(join(root, 'solutions/26-servicio-de-tareas/servicio.ts'), 'utf8');
      const program = nodeProgram(
        readService({ path: 'servicio.ts', text: `${text}setTimeout(() => {}, ${Date.now() % 1e6});\n` }),
      );
      if ('problem' in program) throw new Error(program.problem);
      const run = () => runService(program, { unprotected: true });
      const first = time(run);
      return `${say(first)} / ${say(time(run))}`;
    },
  };
}
