import { gate } from '../gate/gate.ts';
import type { Measurement } from './row.ts';
import { say, time } from './timing.ts';

export function authorGate(root: string): Measurement {
  return {
    what: 'the author gate over every exercise',
    goal: '≤ 2 s for 30',
    measure() {
      let exercises = 0;
      const took = time(() => {
        exercises = gate(root).rows.length;
      });
      return `${say(took)} for ${exercises}`;
    },
  };
}
