import { gate } from '../gate/gate.ts';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

export function authorGate(root: string): Measurement {
  return {
    what: 'the author gate over every exercise',
    goal: '≤ 10 s for 30',
    async measure() {
      const began = performance.now();
      const { rows } = await gate(root);
      return `${say(performance.now() - began)} for ${rows.length}`;
    },
  };
}
