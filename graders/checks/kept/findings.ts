import { descriptor } from '../../core/finding.ts';

/** What is said of a check that holds and earns nothing, because nothing beside it does. */
export const kept = descriptor({
  id: 'kept/alone',
  severity: 'info',
  title: { es: 'Se cumple, y por sí solo no da puntos', en: 'It holds, and by itself it gives no points' },
  messages: {
    alone: {
      es: 'Esto se cumple, pero también se cumplía sin hacer nada: da puntos en cuanto la respuesta consiga lo que se pide.',
      en: 'This holds, but so it did without doing anything: it gives points once the answer achieves what is asked.',
    },
  },
});
