import { descriptor } from '../../core/finding.ts';

export const missing = descriptor({
  id: 'update/missing',
  severity: 'error',
  title: { es: 'No hay qué actualizar', en: 'There is nothing to update' },
  messages: {
    workload: {
      es: 'En la respuesta no hay un objeto que ejecute `{image}` y que se pueda actualizar.',
      en: 'The answer has no object that runs `{image}` and can be updated.',
    },
  },
});

export const unnoticed = descriptor({
  id: 'update/unnoticed',
  severity: 'error',
  title: { es: 'Una versión rota sustituye a la buena', en: 'A broken version replaces the good one' },
  messages: {
    replaced: {
      es: 'Al aplicar `{image}`, una versión que no llega a escuchar, sus pods cuentan como listos y sustituyen a los buenos. Falta una sonda de disponibilidad (readiness) que pregunte al servicio.',
      en: 'When `{image}`, a version that never listens, is applied, its pods count as ready and replace the good ones. A readiness probe that asks the service is missing.',
    },
  },
});

export const stuck = descriptor({
  id: 'update/stuck',
  severity: 'error',
  title: { es: 'La versión nueva no llega a desplegarse', en: 'The new version never rolls out' },
  messages: {
    stuck: {
      es: 'Al aplicar `{image}`, sus pods no llegan a estar listos y el despliegue se queda a medias.',
      en: 'When `{image}` is applied, its pods never become ready and the rollout stays half-way.',
    },
    because: {
      es: 'Al aplicar `{image}`, el despliegue se queda a medias: los pods viejos siguen y el nuevo no llega a estar listo. {reason}',
      en: 'When `{image}` is applied, the rollout stays half-way: the old pods go on and the new one never becomes ready. {reason}',
    },
  },
});

export const downtime = descriptor({
  id: 'update/downtime',
  severity: 'error',
  title: { es: 'La actualización deja sin servicio', en: 'The update takes the service down' },
  messages: {
    fewer: {
      es: 'Durante la actualización llega a haber {found} {found:pod disponible|pods disponibles}; nunca puede haber menos de {wanted}.',
      en: 'During the update there {found:is|are} only {found} available {found:pod|pods}; there must never be fewer than {wanted}.',
    },
  },
});

export const unknown = descriptor({
  id: 'update/unknown',
  severity: 'info',
  title: { es: 'No se puede saber sin ejecutarlo', en: 'It cannot be known without executing it' },
  messages: {
    process: {
      es: 'El contenedor lleva su propia orden (`command` o `args`), y el laboratorio no sabe qué haría en la imagen de la versión nueva. No cuenta como error.',
      en: 'The container has a command of its own (`command` or `args`), and the lab does not know what it would do in the image of the new version. It does not count as wrong.',
    },
    command: {
      es: 'La sonda ejecuta una orden dentro del contenedor, y el laboratorio no sabe qué respondería. No cuenta como error.',
      en: 'The probe executes a command inside the container, and the lab does not know what it would answer. It does not count as wrong.',
    },
  },
});
