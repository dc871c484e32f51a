import type { Text } from '../../graders/index.ts';

/** What the examples of lessons say, in both languages. */
export const labWords = {
  running: { es: 'Un momento…', en: 'One moment…' },
  missing: {
    es: 'No se ha podido cargar el laboratorio. Comprueba que la carpeta del sitio está completa y vuelve a intentarlo.',
    en: 'The lab could not be loaded. Check that the site folder is complete and try again.',
  },
  broke: {
    es: 'El laboratorio se ha detenido con un fallo suyo, no de tus ficheros: {problem}',
    en: 'The lab stopped because of a fault of its own, not of your files: {problem}',
  },
  copied: { es: 'Copiado', en: 'Copied' },
  selected: { es: 'Seleccionado: Ctrl+C', en: 'Selected: Ctrl+C' },
  restored: { es: 'El ejemplo está como al principio.', en: 'The example is as it was.' },
  path: { es: 'Paso a paso', en: 'Step by step' },
  line: { es: 'línea', en: 'line' },
  refused: { es: 'La petición no llega.', en: 'The request does not arrive.' },
  arrives: { es: 'La petición recibe respuesta', en: 'The request gets an answer' },
  answers: { es: 'Responde', en: 'Answered by' },
  shared: { es: 'La respuesta se reparte así:', en: 'The answer is shared out:' },
  assumed: {
    es: 'De las imágenes que no conoce, el laboratorio supone que funcionan.',
    en: 'Of images it does not know, the lab assumes that they work.',
  },
  mutual: { es: 'TLS mutuo', en: 'mutual TLS' },
  simple: { es: 'TLS', en: 'TLS' },
  plaintext: { es: 'sin cifrar', en: 'in plaintext' },
  readyOf: { es: 'Cargas listas: {ready} de {all}.', en: 'Workloads ready: {ready} of {all}.' },
  workload: { es: 'Carga', en: 'Workload' },
  ready: { es: 'Listos', en: 'Ready' },
  pods: { es: 'Pods', en: 'Pods' },
  service: { es: 'Service', en: 'Service' },
  endpoints: { es: 'Endpoints', en: 'Endpoints' },
  whyNot: { es: 'Por qué', en: 'Why' },
  notReady: { es: 'no listo', en: 'not ready' },
  notAdmitted: { es: 'no se admite.', en: 'is not admitted.' },
  noFindings: { es: 'No hay nada que señalar.', en: 'There is nothing to point out.' },
  findings: { es: 'Señalado: {count}', en: 'Found: {count}' },
  whyLink: { es: 'Por qué y cómo arreglarlo', en: 'Why, and how to fix it' },
  unreadable: {
    es: 'Hay ficheros que no se pueden leer tal como están.',
    en: 'Some files cannot be read as they are.',
  },
  nothing: {
    es: 'No queda nada que ejecutar: los ficheros están vacíos.',
    en: 'There is nothing to run: the files are empty.',
  },
  buildStops: { es: 'La construcción se detiene.', en: 'The build stops.' },
  starts: { es: 'La imagen se construye y el contenedor arranca.', en: 'The image is built and the container starts.' },
  startsAndFails: {
    es: 'El contenedor arranca, pero su proceso termina con error.',
    en: 'The container starts, but its process ends with an error.',
  },
  startsNot: {
    es: 'La imagen se construye, pero el contenedor no arranca.',
    en: 'The image is built, but the container does not start.',
  },
  updateEnds: {
    es: 'La actualización termina. Llega a haber {most} pods, y nunca menos de {least} listos.',
    en: 'The update completes. There are up to {most} pods, and never fewer than {least} ready.',
  },
  updateStops: {
    es: 'La actualización se queda a medias. Llega a haber {most} pods, y nunca menos de {least} listos.',
    en: 'The update stops half-way. There are up to {most} pods, and never fewer than {least} ready.',
  },
  scales: {
    es: 'El autoescalador llega a pedir {most} {most:réplica|réplicas} y acaba en {end}.',
    en: 'The autoscaler asks for up to {most} {most:replica|replicas} and ends at {end}.',
  },
  scalesNot: {
    es: 'El autoescalador no decide nada: no puede calcular la métrica.',
    en: 'The autoscaler decides nothing: it cannot compute the metric.',
  },
  migrationHolds: {
    es: 'El plan llega al final y no se pierde ninguna petición.',
    en: 'The plan reaches its end and no request is lost.',
  },
  migrationLoses: {
    es: 'Se pierden peticiones en {n:el paso|los pasos} {steps}.',
    en: 'Requests are lost at {n:step|steps} {steps}.',
  },
  stepRefused: {
    es: 'El paso {number} no se puede dar: el plan se queda ahí.',
    en: 'Step {number} cannot be taken: the plan stops there.',
  },
  noWorkload: {
    es: 'En el clúster no hay un Deployment ni un StatefulSet `{name}` que actualizar.',
    en: 'The cluster has no Deployment or StatefulSet `{name}` to update.',
  },
  noAutoscaler: {
    es: 'En el clúster no hay ningún HorizontalPodAutoscaler.',
    en: 'The cluster has no HorizontalPodAutoscaler.',
  },
  base: { es: 'Imagen base', en: 'Base image' },
  size: { es: 'Tamaño', en: 'Size' },
  process: { es: 'Proceso', en: 'Process' },
  user: { es: 'Usuario', en: 'User' },
  listens: { es: 'Escucha en', en: 'Listens on' },
  none: { es: 'ningún puerto', en: 'no port' },
  ends: { es: 'Código de salida', en: 'Exit code' },
  stillRunning: { es: 'sigue en marcha', en: 'still running' },
  prints: { es: 'Escribe', en: 'Prints' },
  layers: { es: 'Capas que añade', en: 'Layers it adds' },
  paths: { es: '· ficheros que añade o cambia: {count}', en: '· files it adds or changes: {count}' },
} as const satisfies Record<string, Text>;
