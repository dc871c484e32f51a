import type { Say } from '../../../core/say.ts';
import type { words } from './words.ts';

/** Says a reason to refuse an object. */
export type Refuse = Say<typeof words>;

/** The group of every policy object of Linkerd. */
export const policyGroup = 'policy.linkerd.io';
