import { descriptor } from '../../core/finding.ts';

export const unread = descriptor({
  id: 'commands/script',
  severity: 'error',
  title: { es: 'El guion no se puede ejecutar entero', en: 'The script cannot be run as a whole' },
  messages: {
    syntax: {
      es: 'Ningún shell entiende este guion: falta una comilla, un paréntesis, un `done` o un `fi`.',
      en: 'No shell reads this script: a quote, a parenthesis, a `done` or a `fi` is missing.',
    },
    stays: {
      es: '`{command}` no termina por sí sola, así que el guion se queda en esta línea. Añade `&` para dejarla en segundo plano, o la opción que la separa de la terminal (`docker run -d`).',
      en: '`{command}` does not end by itself, so the script stays at this line. Add `&` to leave it in the background, or the option that detaches it (`docker run -d`).',
    },
    spent: {
      es: 'El guion se ha parado aquí: ha ejecutado demasiadas órdenes, ha escrito demasiado, se llama a sí mismo sin fin o ha esperado más de seis horas simuladas. Seguramente un bucle no acaba nunca.',
      en: 'The script was stopped here: it ran too many commands, wrote too much, calls itself without end or waited for more than six simulated hours. Probably a loop never ends.',
    },
  },
});

export const goal = descriptor({
  id: 'commands/state',
  severity: 'error',
  title: { es: 'Las órdenes no llevan a donde se pedía', en: 'The commands do not lead where they should' },
  messages: {
    missed: {
      es: 'Al terminar las órdenes no se cumple esto: {goal} {found}',
      en: 'When the commands have run, this does not hold: {goal} {found}',
    },
    missedAfter: {
      es: 'Al terminar las órdenes no se cumple esto: {goal} {found} Antes falló esta orden, con el código {exit}: {said}',
      en: 'When the commands have run, this does not hold: {goal} {found} Before, this command failed with code {exit}: {said}',
    },
  },
});

export const unverified = descriptor({
  id: 'commands/unverified',
  severity: 'error',
  title: { es: 'Nadie ha comprobado el resultado', en: 'Nobody has checked the result' },
  messages: {
    never: {
      es: '{goal} Ninguna orden lo comprueba: que las anteriores no fallen no quiere decir que funcione.',
      en: '{goal} No command checks it: that those before did not fail does not mean that it works.',
    },
    early: {
      es: '{goal} Se comprobó antes del último cambio, no después: lo que se vio ya no es lo que hay.',
      en: '{goal} It was checked before the last change and not after it: what was seen is not what is there now.',
    },
    neverAfter: {
      es: '{goal} Ninguna orden lo comprueba. Antes falló esta, con el código {exit}: {said}',
      en: '{goal} No command checks it. Before, this one failed with code {exit}: {said}',
    },
    inVain: {
      es: '{goal} La comprobación no recibió la respuesta que se busca: {said}.',
      en: '{goal} The check did not get the answer that is looked for: {said}.',
    },
    beside: {
      es: '{goal} Hubo una comprobación parecida, que no basta: {said}.',
      en: '{goal} There was a similar check, which is not enough: {said}.',
    },
  },
});

export const order = descriptor({
  id: 'commands/order',
  severity: 'error',
  title: { es: 'El orden de las órdenes importa', en: 'The order of the commands matters' },
  messages: { wrong: { es: '{goal} Se hizo al revés.', en: '{goal} It was done the other way round.' } },
});

export const beyond = descriptor({
  id: 'commands/beyond',
  severity: 'info',
  title: { es: 'El laboratorio no modela todo el guion', en: 'The lab does not model the whole script' },
  messages: {
    command: {
      es: '{why} Por eso esta parte queda sin decidir.',
      en: '{why} That is why this part stays undecided.',
    },
    language: {
      es: 'El guion usa algo de bash que el laboratorio no lee (`select`, `coproc`, `>( )`). Por eso queda sin decidir.',
      en: 'The script uses something of bash that the lab does not read (`select`, `coproc`, `>( )`). That is why it stays undecided.',
    },
  },
});
