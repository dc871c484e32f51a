import { hopMessages } from '../../core/trace.ts';

export const hops = hopMessages('service', {
  request: { es: 'Se envía `{request}`.', en: '`{request}` is sent.' },
  requestBody: {
    es: 'Se envía `{request}` con el cuerpo `{body}`.',
    en: '`{request}` is sent with the body `{body}`.',
  },
  answer: { es: 'Responde {status}.', en: 'It answers {status}.' },
  answerBody: { es: 'Responde {status} con `{body}`.', en: 'It answers {status} with `{body}`.' },
  refused: { es: 'Nadie escucha ya en el puerto.', en: 'Nobody listens on the port any more.' },
  closed: { es: 'La conexión se cierra sin respuesta.', en: 'The connection is closed without an answer.' },
  timeout: { es: 'No llega respuesta en 3 segundos.', en: 'No answer comes within 3 seconds.' },
  malformed: { es: 'Llega algo que no es HTTP.', en: 'Something comes that is not HTTP.' },
  expected: { es: 'Se espera {status}.', en: '{status} is expected.' },
  ended: { es: 'El proceso ha terminado (código {code}). {said}', en: 'The process has ended (code {code}). {said}' },
  listening: {
    es: 'El servicio pide escuchar en el puerto {port} de {host}.',
    en: 'The service asks to listen on port {port} of {host}.',
  },
  burst: {
    es: 'Se crean {sent} tareas a la vez: {created} se responden, con {ids} `id` distintos, y la lista tiene {listed}.',
    en: '{sent} tasks are created at once: {created} are answered, with {ids} different `id`, and the list holds {listed}.',
  },
});
