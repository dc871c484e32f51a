import { hopMessages } from '../core/trace.ts';

/** What stands in a trace in place of the decision that a question is about. */
export const hops = hopMessages('theory', {
  decided: { es: 'Aquí se decide. ¿Qué ocurre?', en: 'Here it is decided. What happens?' },
});
