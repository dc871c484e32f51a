import type { Fields } from '../live.ts';
import { stamp } from '../time.ts';

/** A condition of a status. @param at when it last changed */
export function condition(
  type: string,
  is: boolean | 'Unknown',
  at: number,
  reason?: string,
  message?: string,
): Fields {
  return {
    lastTransitionTime: stamp(at),
    ...(message !== undefined && { message }),
    ...(reason !== undefined && { reason }),
    status: is === 'Unknown' ? is : is ? 'True' : 'False',
    type,
  };
}
