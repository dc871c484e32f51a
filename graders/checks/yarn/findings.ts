import { descriptor } from '../../core/finding.ts';

export const failed = descriptor({
  id: 'yarn/failed',
  severity: 'error',
  title: { es: 'Una tarea no arranca', en: 'A task does not start' },
  messages: {
    nodeManager: {
      es: 'No hay dónde ejecutar el trabajo. {reason}',
      en: 'There is nowhere to run the job. {reason}',
    },
    container: {
      es: 'El contenedor de {kind} no llega a funcionar. {reason}',
      en: 'The container of {kind} does not get to work. {reason}',
    },
  },
});

export const elsewhere = descriptor({
  id: 'yarn/not-in-docker',
  severity: 'error',
  title: { es: 'La tarea se ejecuta fuera de Docker', en: 'The task runs outside Docker' },
  messages: {
    host: {
      es: 'El trabajo termina, pero la tarea {kind} no se ha ejecutado en Docker. {reason}',
      en: 'The job ends, but the {kind} task did not run in Docker. {reason}',
    },
    local: {
      es: 'El trabajo no llega a los NodeManager. {reason}',
      en: 'The job never gets to the NodeManagers. {reason}',
    },
  },
});

export const exposed = descriptor({
  id: 'yarn/exposed',
  severity: 'error',
  title: { es: 'La configuración permite de más', en: 'The settings allow too much' },
  messages: {
    launched: {
      es: 'Otro trabajo pide {asked}, y lo consigue. {reason}',
      en: 'Another job asks for {asked}, and gets it. {reason}',
    },
  },
});
