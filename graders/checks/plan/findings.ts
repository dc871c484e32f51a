import { descriptor } from '../../core/finding.ts';

export const refused = descriptor({
  id: 'commands/refused',
  severity: 'error',
  title: { es: 'Docker rechaza una orden', en: 'Docker refuses a command' },
  messages: {
    step: {
      es: '`{command}` no se puede ejecutar en este momento. {reason}',
      en: '`{command}` cannot be run at this point. {reason}',
    },
  },
});

export const goal = descriptor({
  id: 'commands/goal',
  severity: 'error',
  title: { es: 'Las órdenes no llevan a donde se pedía', en: 'The commands do not lead where they should' },
  messages: {
    missed: {
      es: 'Las órdenes se ejecutan, pero al final no se cumple esto: {goal} {found}',
      en: 'The commands run, but in the end this does not hold: {goal} {found}',
    },
  },
});
