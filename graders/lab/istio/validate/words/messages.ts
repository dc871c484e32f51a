import { gatewayApi } from './gateway-api.ts';
import { structure } from './structure.ts';
import { values } from './values.ts';

/** Reasons that are about how the parts of an object go together. */
export const refusedStructures = { ...structure, ...gatewayApi } as const;

/** Every reason to refuse an object. */
export const messages = { ...refusedStructures, ...values } as const;
