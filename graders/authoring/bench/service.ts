import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
      const source = { path: 'servicio.ts', text: `${text}// ${Date.now()}\n` };
      const first = time(() => runService(source));
      return `${say(first)} / ${say(time(() => runService(source)))}`;
    },
  };
}
