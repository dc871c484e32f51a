import { hopMessages } from '../../core/trace.ts';

export const hops = hopMessages('commands', {
  ran: { es: '`{command}` → {output}', en: '`{command}` → {output}' },
  quiet: { es: '`{command}` no imprime nada.', en: '`{command}` prints nothing.' },
  failed: {
    es: '`{command}` termina con el código {exit} → {output}',
    en: '`{command}` ends with code {exit} → {output}',
  },
  failedQuiet: { es: '`{command}` termina con el código {exit}.', en: '`{command}` ends with code {exit}.' },
  more: { es: '… y {count} órdenes más.', en: '… and {count} commands more.' },
});
