import type { ICronJobSpec } from 'kubernetes-models/batch/v1';
import { ofKind } from '../../../../model/manifests/manifests.ts';
import { placeOf } from '../../../../model/workloads/places.ts';
import { object } from '../../../../model/workloads/values.ts';
import { law } from '../law.ts';
import { scheduleProblem } from './cron.ts';

export const scheduleLaw = law({
  messages: {
    fields: {
      es: 'El horario `{schedule}` tiene {count} {count:campo|campos} y hacen falta 5: minuto, hora, día del mes, mes y día de la semana.',
      en: 'The schedule `{schedule}` has {count} {count:field|fields} and 5 are needed: minute, hour, day of the month, month and weekday.',
    },
    descriptor: {
      es: '`{schedule}` no es un horario conocido: los hay `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` y `@every 1h30m`.',
      en: '`{schedule}` is not a known schedule: there are `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` and `@every 1h30m`.',
    },
    minute: {
      es: '`{value}` no vale para el minuto, que va de 0 a 59.',
      en: '`{value}` is not valid for the minute, which goes from 0 to 59.',
    },
    hour: {
      es: '`{value}` no vale para la hora, que va de 0 a 23.',
      en: '`{value}` is not valid for the hour, which goes from 0 to 23.',
    },
    day: {
      es: '`{value}` no vale para el día del mes, que va de 1 a 31.',
      en: '`{value}` is not valid for the day of the month, which goes from 1 to 31.',
    },
    month: {
      es: '`{value}` no vale para el mes, que va de 1 a 12 o de `jan` a `dec`.',
      en: '`{value}` is not valid for the month, which goes from 1 to 12 or from `jan` to `dec`.',
    },
    weekday: {
      es: '`{value}` no vale para el día de la semana, que va de 0 (domingo) a 6 o de `sun` a `sat`.',
      en: '`{value}` is not valid for the weekday, which goes from 0 (Sunday) to 6 or from `sun` to `sat`.',
    },
    zoneInside: {
      es: 'La zona horaria no va en el horario: escríbela en `timeZone`.',
      en: 'The time zone does not go in the schedule: write it in `timeZone`.',
    },
    zone: {
      es: '`timeZone` es un nombre como `Europe/Madrid`; no puede ser `{zone}`.',
      en: '`timeZone` is a name such as `Europe/Madrid`; it cannot be `{zone}`.',
    },
  },
  check(manifests, say) {
    for (const cronJob of ofKind<{ spec?: ICronJobSpec }>(manifests, 'CronJob', 'batch')) {
      const spec = object(cronJob.data.spec);
      if (typeof spec?.schedule === 'string') {
        const { schedule } = spec;
        const problem = scheduleProblem(schedule);
        const at = placeOf(cronJob, spec, 'schedule');
        if (problem?.kind === 'fields') say('fields', at, { schedule, count: problem.count });
        else if (problem?.kind === 'descriptor') say('descriptor', at, { schedule });
        else if (problem?.kind === 'zoneInside') say('zoneInside', at, {});
        else if (problem && 'value' in problem) say(problem.kind, at, { value: problem.value });
      }
      const zone: unknown = spec?.timeZone;
      if (typeof zone === 'string' && (/^(?:|local)$/i.test(zone) || !isZone(zone)))
        say('zone', placeOf(cronJob, spec, 'timeZone'), { zone: JSON.stringify(zone) });
    }
  },
});

/**
 * Whether a time zone is in the database that everybody shares, whose names are written as the files that hold them: `europe/madrid`
 * is none.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
 */
function isZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // An old name is resolved to a new one, which says nothing of how the old one is written.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone === name : !/^[a-z]/.test(name);
  } catch {
    return false;
  }
}
