import { descriptor } from '../../core/finding.ts';

export const lost = descriptor({
  id: 'migration/lost-flow',
  severity: 'error',
  title: { es: 'Un paso corta una comunicación', en: 'A step breaks a flow' },
  messages: {
    flow: {
      es: 'El paso {number}, «{step}», corta las peticiones de `{from}` a `{to}`. {reason}',
      en: 'Step {number}, "{step}", breaks the requests from `{from}` to `{to}`. {reason}',
    },
    pods: {
      es: 'Durante el paso {number}, «{step}», se pierden peticiones de `{from}` a `{to}`: no queda ningún pod que las atienda o las envíe. {reason}',
      en: 'During step {number}, "{step}", requests from `{from}` to `{to}` get lost: no pod is left to answer or to send them. {reason}',
    },
  },
});

export const refused = descriptor({
  id: 'migration/refused',
  severity: 'error',
  title: { es: 'Un paso no se puede dar', en: 'A step cannot be taken' },
  messages: {
    step: {
      es: 'El paso {number}, «{step}», no se puede dar en este momento. {reason}',
      en: 'Step {number}, "{step}", cannot be taken at this point. {reason}',
    },
  },
});

export const tooLong = descriptor({
  id: 'migration/too-long',
  severity: 'error',
  title: { es: 'El plan tiene demasiados pasos', en: 'The plan has too many steps' },
  messages: {
    steps: {
      es: '`{section}` tiene {n} pasos, y se ejecutan como mucho {most}. Quita los que no cambian nada.',
      en: '`{section}` has {n} steps, and at most {most} are carried out. Remove those that change nothing.',
    },
  },
});

export const unmeshed = descriptor({
  id: 'migration/not-meshed',
  severity: 'error',
  title: { es: 'Al final falta una carga en la malla', en: 'A workload is missing from the mesh in the end' },
  messages: {
    unlabelled: {
      es: 'Al terminar, los pods de {workloads} no tienen proxy: nada pide inyectarlo en su espacio de nombres.',
      en: 'In the end the pods of {workloads} have no proxy: nothing asks to inject one in their namespace.',
    },
    unserved: {
      es: 'Al terminar, los pods de {workloads} no tienen proxy: su espacio de nombres pide una revisión que no está instalada.',
      en: 'In the end the pods of {workloads} have no proxy: their namespace asks for a revision that is not installed.',
    },
    older: {
      es: 'Al terminar, {n} {n:pod|pods} de {workloads} no {n:tiene|tienen} proxy: {n:nació|nacieron} antes de que la etiqueta y el plano de control estuvieran en su sitio, y el webhook solo actúa cuando se crea un pod.',
      en: 'In the end {n} {n:pod|pods} of {workloads} {n:has|have} no proxy: {n:it was|they were} created before the label and the control plane were in place, and the webhook only acts when a pod is created.',
    },
    blocked: {
      es: 'El reinicio de {workloads} nunca termina, así que sigue habiendo pods sin proxy. {reason}',
      en: 'The restart of {workloads} never ends, so there are still pods without a proxy. {reason}',
    },
    orphaned: {
      es: 'Los proxies de {workloads} son de una revisión que ya no está instalada: nadie les renueva ni la configuración ni los certificados.',
      en: 'The proxies of {workloads} are of a revision that is not installed any more: nobody renews their configuration or their certificates.',
    },
  },
});

export const plaintext = descriptor({
  id: 'migration/not-strict',
  severity: 'error',
  title: { es: 'Al final se sigue aceptando tráfico en claro', en: 'Plain text is still accepted in the end' },
  messages: {
    answered: {
      es: 'Al terminar, una petición en claro de `{from}` a `{to}` se sigue aceptando: ahí STRICT no está en vigor.',
      en: 'In the end a plain-text request from `{from}` to `{to}` is still accepted: STRICT is not in force there.',
    },
  },
});

export const meshed = descriptor({
  id: 'migration/still-meshed',
  severity: 'error',
  title: { es: 'La vuelta atrás se queda a medias', en: 'The way back stops halfway' },
  messages: {
    proxies: {
      es: 'Al terminar la vuelta atrás, {n} {n:pod|pods} de {workloads} {n:sigue|siguen} con proxy.',
      en: 'At the end of the way back, {n} {n:pod|pods} of {workloads} still {n:has|have} a proxy.',
    },
  },
});
