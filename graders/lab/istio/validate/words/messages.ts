import { structure } from './structure.ts';
import { values } from './values.ts';

/** Every reason to refuse an object. */
export const messages = { ...structure, ...values } as const;
