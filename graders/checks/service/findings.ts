import { descriptor } from '../../core/finding.ts';

export const syntax = descriptor({
  id: 'service/syntax',
  severity: 'error',
  title: { es: 'El servicio no se puede leer', en: 'The service cannot be read' },
  messages: {
    unexpected: { es: 'Aquí no se esperaba `{found}`.', en: '`{found}` was not expected here.' },
    unfinished: {
      es: 'El fichero termina antes de tiempo: falta cerrar algo.',
      en: 'The file ends too soon: something is never closed.',
    },
    tooLong: {
      es: 'El fichero tiene {size} caracteres y el límite son {limit}.',
      en: 'The file has {size} characters and the limit is {limit}.',
    },
    tooDeep: {
      es: 'Hasta aquí el código encadena o anida demasiado, y no se sigue leyendo.',
      en: 'Up to here the code chains or nests too much, and reading stops.',
    },
  },
});

export const forbidden = descriptor({
  id: 'service/import',
  severity: 'error',
  title: {
    es: 'El servicio carga un módulo que aquí no puede usar',
    en: 'The service loads a module it may not use here',
  },
  messages: {
    module: {
      es: 'El servicio no puede cargar `{name}`. Le bastan los módulos de Node para HTTP: {allowed}.',
      en: 'The service may not load `{name}`. Node’s modules for HTTP are enough: {allowed}.',
    },
    file: {
      es: 'El servicio cabe en un solo fichero: `{name}` no existe para el corrector.',
      en: 'The service fits in one file: `{name}` does not exist for the grader.',
    },
    computed: {
      es: 'El nombre del módulo se calcula. Escríbelo tal cual, entre comillas.',
      en: 'The name of the module is computed. Write it as it is, in quotes.',
    },
  },
});

export const empty = descriptor({
  id: 'service/empty',
  severity: 'error',
  title: { es: 'Falta el servicio', en: 'The service is missing' },
  messages: {
    noCode: {
      es: '`{file}` no tiene código: escribe en él el servicio.',
      en: '`{file}` has no code: write the service in it.',
    },
  },
});

export const notRun = descriptor({
  id: 'service/not-run',
  severity: 'info',
  title: { es: 'El servicio no se ha ejecutado', en: 'The service has not been run' },
  messages: {
    here: {
      es: 'Aquí no se ejecuta tu servicio, así que no se puede saber si cumple el contrato. Compruébalo en la terminal: `npx timonel grade {number}`. No cuenta como error.',
      en: 'Your service is not run here, so nobody can know whether it keeps the contract. Check it in the terminal: `npx timonel grade {number}`. It does not count as wrong.',
    },
    noCage: {
      es: 'Aquí no hay con qué aislar tu servicio, así que se ejecutaría sin protección, con tus permisos y tus ficheros a su alcance. Si es código tuyo y lo aceptas: `npx timonel grade {number} --unprotected`. No cuenta como error.',
      en: 'Nothing here can hold your service, so it would run unprotected, with your permissions and your files within its reach. If the code is yours and you accept that: `npx timonel grade {number} --unprotected`. It does not count as wrong.',
    },
    noRuntime: {
      es: 'El contenedor arranca `{program}`, y este equipo no tiene con qué ejecutarlo fuera de la imagen, o el programa no está escrito en el Dockerfile. No se puede ejecutar aquí; no cuenta como error.',
      en: 'The container starts `{program}`, and this machine has nothing to run it with outside of the image, or the program is not written in the Dockerfile. It cannot be run here; it does not count as wrong.',
    },
    portTaken: {
      es: 'En este equipo ya hay otro programa en el puerto {port}, así que no se puede saber si tu servicio escucharía en él. Ciérralo y corrige otra vez. No cuenta como error.',
      en: 'Another program of this machine is on port {port} already, so nobody can know whether your service would listen on it. Close it and grade again. It does not count as wrong.',
    },
  },
});

export const start = descriptor({
  id: 'service/start',
  severity: 'error',
  title: { es: 'El servicio no arranca', en: 'The service does not start' },
  messages: {
    exit: {
      es: 'El proceso termina con el código {code} antes de escuchar.{said}',
      en: 'The process ends with code {code} before it listens.{said}',
    },
    ended: {
      es: 'El proceso termina sin error y sin escuchar en ningún puerto: falta llamar a `listen`.',
      en: 'The process ends without an error and without listening on any port: a call to `listen` is missing.',
    },
    silent: {
      es: 'El proceso sigue en marcha, pero en 5 segundos no escucha en ningún puerto.',
      en: 'The process keeps running, but after 5 seconds it listens on no port.',
    },
    memory: {
      es: 'El proceso agota la memoria antes de escuchar y se detiene.',
      en: 'The process runs out of memory before it listens, and is stopped.',
    },
    output: {
      es: 'El proceso imprime sin parar antes de escuchar y se detiene.',
      en: 'The process prints without end before it listens, and is stopped.',
    },
  },
});

export const listen = descriptor({
  id: 'service/listen',
  severity: 'error',
  title: { es: 'El servicio no escucha donde se pide', en: 'The service does not listen where asked' },
  messages: {
    fixed: {
      es: 'Con `PORT` puesto a otro puerto, el servicio pide el {port}. El puerto se lee de la variable de entorno (en Node, `process.env.PORT`).',
      en: 'With `PORT` set to another port, the service asks for {port}. The port is read from the environment variable (in Node, `process.env.PORT`).',
    },
    otherDefault: {
      es: 'Sin la variable `PORT`, el servicio pide el puerto {port}; se espera el {expected}.',
      en: 'Without the variable `PORT`, the service asks for port {port}; {expected} is expected.',
    },
    noDefault: {
      es: 'Sin la variable `PORT`, el servicio no llega a escuchar; se espera el puerto {expected}.',
      en: 'Without the variable `PORT`, the service never listens; port {expected} is expected.',
    },
    loopback: {
      es: 'El servicio escucha en `{host}`: dentro de un contenedor nadie podría llegar a él. Usa `0.0.0.0`, o no des dirección.',
      en: 'The service listens on `{host}`: inside a container nobody could reach it. Use `0.0.0.0`, or give no address.',
    },
  },
});

export const crash = descriptor({
  id: 'service/crash',
  severity: 'error',
  title: { es: 'Una petición tira el servicio', en: 'A request brings the service down' },
  messages: {
    exit: {
      es: 'Tras `{request}` el proceso termina con el código {code}.{said}',
      en: 'After `{request}` the process ends with code {code}.{said}',
    },
    memory: {
      es: 'Tras `{request}` el proceso agota la memoria que tiene y se detiene.',
      en: 'After `{request}` the process runs out of its memory and is stopped.',
    },
    output: {
      es: 'Tras `{request}` el proceso ha impreso más de un megabyte y se detiene: un registro cuenta cada petición en una línea.',
      en: 'After `{request}` the process has printed more than one megabyte and is stopped: a log tells each request in a line.',
    },
  },
});

export const unanswered = descriptor({
  id: 'service/no-answer',
  severity: 'error',
  title: { es: 'Una petición se queda sin respuesta', en: 'A request gets no answer' },
  messages: {
    timeout: {
      es: '`{request}` no recibe respuesta en 3 segundos. ¿Se llama a `end` en todos los caminos?',
      en: '`{request}` gets no answer within 3 seconds. Is `end` called on every path?',
    },
    closed: {
      es: 'El servicio cierra la conexión de `{request}` sin responder.',
      en: 'The service closes the connection of `{request}` without an answer.',
    },
    malformed: {
      es: 'Lo que responde a `{request}` no es HTTP.',
      en: 'What answers `{request}` is not HTTP.',
    },
    notAsked: {
      es: 'No se ha podido pedir `{request}`: la respuesta a una petición anterior no trae el `id` de la tarea, o el servicio no seguía en marcha.',
      en: '`{request}` could not be asked: the answer to an earlier request has no task `id`, or the service was not running any more.',
    },
  },
});

export const status = descriptor({
  id: 'service/status',
  severity: 'error',
  title: { es: 'El código de estado es otro', en: 'The status is another one' },
  messages: {
    other: {
      es: '`{request}` recibe un {found}; se espera {expected}.',
      en: '`{request}` gets a {found}; {expected} is expected.',
    },
    unread: {
      es: '`{request}` recibe un {found}, y por una conexión nueva, un {afresh}. A una petición anterior se contestó sin leer su cuerpo, y lo que quedó de él se toma por el principio de esta. Lee el cuerpo siempre que lo haya, o cierra la conexión.',
      en: '`{request}` gets a {found}, and over a new connection a {afresh}. An earlier request was answered without reading its body, and what was left of it is taken for the beginning of this one. Always read the body where there is one, or close the connection.',
    },
    otherWithBody: {
      es: '`{request}` con el cuerpo `{body}` recibe un {found}; se espera {expected}.',
      en: '`{request}` with the body `{body}` gets a {found}; {expected} is expected.',
    },
  },
});

export const contentType = descriptor({
  id: 'service/content-type',
  severity: 'error',
  title: { es: 'La respuesta no dice que es JSON', en: 'The answer does not say that it is JSON' },
  messages: {
    missing: {
      es: 'La respuesta a `{request}` no lleva `Content-Type`; tiene que ser `application/json`.',
      en: 'The answer to `{request}` has no `Content-Type`; it must be `application/json`.',
    },
    other: {
      es: 'La respuesta a `{request}` lleva `Content-Type: {found}`; tiene que ser `application/json`.',
      en: 'The answer to `{request}` has `Content-Type: {found}`; it must be `application/json`.',
    },
  },
});

export const body = descriptor({
  id: 'service/body',
  severity: 'error',
  title: { es: 'El cuerpo de la respuesta es otro', en: 'The body of the answer is another one' },
  messages: {
    notJson: {
      es: 'El cuerpo de la respuesta a `{request}` no es JSON: `{found}`.',
      en: 'The body of the answer to `{request}` is not JSON: `{found}`.',
    },
    empty: {
      es: 'La respuesta a `{request}` llega sin cuerpo, y se espera JSON.',
      en: 'The answer to `{request}` comes without a body, and JSON is expected.',
    },
    notTask: {
      es: 'La respuesta a `{request}` tiene que ser una tarea, `{ "id", "titulo", "hecha" }`, y es `{found}`.',
      en: 'The answer to `{request}` must be a task, `{ "id", "titulo", "hecha" }`, and is `{found}`.',
    },
    notList: {
      es: 'La respuesta a `{request}` tiene que ser una lista de tareas, y es `{found}`.',
      en: 'The answer to `{request}` must be a list of tasks, and is `{found}`.',
    },
    noId: {
      es: 'La tarea que responde `{request}` no tiene un `id` que sea número o texto.',
      en: 'The task answered by `{request}` has no `id` that is a number or a text.',
    },
    value: {
      es: 'En la tarea que responde `{request}`, `{field}` vale `{found}`; se espera `{expected}`.',
      en: 'In the task answered by `{request}`, `{field}` is `{found}`; `{expected}` is expected.',
    },
    takenId: {
      es: 'La tarea que responde `{request}` lleva el `id` `{id}`, que ya ha tenido otra: después de borrar, cada tarea nueva necesita uno que no se haya usado.',
      en: 'The task answered by `{request}` has the `id` `{id}`, which another one has had: after a deletion, each new task needs one that has not been used.',
    },
    missing: {
      es: 'En la lista que responde `{request}` falta la tarea «{title}», que acaba de crearse.',
      en: 'The list answered by `{request}` lacks the task "{title}", which was just created.',
    },
    extra: {
      es: 'En la lista que responde `{request}` está la tarea «{title}», y no debería.',
      en: 'The list answered by `{request}` holds the task "{title}", and should not.',
    },
    pieces: {
      es: 'Cuando el cuerpo llega en dos trozos, `{field}` queda en `{found}` y se envió `{expected}`: junta los bytes (`Buffer.concat`) antes de leerlos como texto.',
      en: 'When the body arrives in two pieces, `{field}` becomes `{found}` and `{expected}` was sent: join the bytes (`Buffer.concat`) before you read them as text.',
    },
  },
});

export const load = descriptor({
  id: 'service/load',
  severity: 'error',
  title: { es: 'Se pierden tareas con muchas peticiones a la vez', en: 'Tasks are lost under many requests at once' },
  messages: {
    unanswered: {
      es: 'De {sent} creaciones a la vez, solo {created} reciben su tarea con un `id`.',
      en: 'Of {sent} creations at once, only {created} get their task with an `id`.',
    },
    repeated: {
      es: 'En {sent} creaciones a la vez se repite el `id`: solo hay {ids} distintos.',
      en: 'In {sent} creations at once the `id` is repeated: only {ids} are different.',
    },
    lost: {
      es: 'Tras {sent} creaciones a la vez, la lista solo tiene {listed} de esas tareas.',
      en: 'After {sent} creations at once, the list holds only {listed} of those tasks.',
    },
  },
});

export const stop = descriptor({
  id: 'service/stop',
  severity: 'error',
  title: { es: 'El servicio no se detiene', en: 'The service does not stop' },
  messages: {
    gone: {
      es: 'El servicio no seguía en marcha cuando había que pedirle que terminara.',
      en: 'The service was not running any more when it had to be asked to end.',
    },
    ignored: {
      es: 'El proceso sigue en marcha 5 segundos después de `SIGTERM`: `docker stop` tendría que matarlo.',
      en: 'The process keeps running 5 seconds after `SIGTERM`: `docker stop` would have to kill it.',
    },
  },
});

export const unheard = descriptor({
  id: 'service/sigterm-unheard',
  severity: 'warning',
  title: { es: 'El servicio no escucha SIGTERM', en: 'The service does not listen to SIGTERM' },
  messages: {
    none: {
      es: 'El servicio no atiende `SIGTERM`. Como proceso 1 de un contenedor no le haría caso, y `docker stop` tardaría 10 segundos.',
      en: 'The service does not handle `SIGTERM`. As process 1 of a container it would ignore it, and `docker stop` would take 10 seconds.',
    },
  },
});
