import * as every from './every.ts';
import type { Judge } from './law.ts';

/** Everything the API server minds, beyond the shape of an object. */
export const laws: readonly Judge[] = Object.values(every);
