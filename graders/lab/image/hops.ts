import { hopMessages } from '../../core/trace.ts';

/** What building an image and starting a container from it decide. */
export const hops = hopMessages('image', {
  base: {
    es: 'La imagen parte de `{image}`.',
    en: 'The image starts from `{image}`.',
  },
  scratch: {
    es: 'La imagen parte de cero: `scratch` no tiene ni un fichero.',
    en: 'The image starts from nothing: `scratch` has not a single file.',
  },
  stageBase: {
    es: 'La etapa parte de lo que dejó la etapa `{stage}`.',
    en: 'The stage starts from what the stage `{stage}` left.',
  },
  copied: {
    es: '`{keyword}` deja {count} {count:entrada|entradas} en `{destination}`.',
    en: '`{keyword}` puts {count} {count:entry|entries} into `{destination}`.',
  },
  copiedUnknown: {
    es: '`{keyword}` trae a `{destination}` algo cuyo contenido no se puede saber sin construir.',
    en: '`{keyword}` brings into `{destination}` something whose content cannot be known without building.',
  },
  ran: {
    es: '`RUN` ejecuta la orden al construir; lo que imprime no queda en la imagen.',
    en: '`RUN` executes the command while building; what it prints does not stay in the image.',
  },
  ranUnknown: {
    es: '`RUN` ejecuta una orden cuyo efecto no se puede saber sin construir; se supone que termina bien.',
    en: '`RUN` executes a command whose effect cannot be known without building; it is taken to succeed.',
  },
  stepsSpent: {
    es: '`{keyword}` no se sigue hasta el final: son más pasos de los que el laboratorio da por una imagen. Desde aquí, lo que hace no se sabe.',
    en: '`{keyword}` is not followed to its end: it takes more steps than the lab gives one image. From here on, what it does is unknown.',
  },
  bytesSpent: {
    es: '`{keyword}` no se sigue hasta el final: crea más texto del que el laboratorio guarda de una imagen. Desde aquí, lo que hace no se sabe.',
    en: '`{keyword}` is not followed to its end: it makes more text than the lab keeps of one image. From here on, what it does is unknown.',
  },
  objectsSpent: {
    es: '`{keyword}` no se sigue hasta el final: crea más ficheros de los que el laboratorio guarda de una imagen. Desde aquí, lo que hace no se sabe.',
    en: '`{keyword}` is not followed to its end: it makes more files than the lab keeps of one image. From here on, what it does is unknown.',
  },
  workdir: {
    es: 'El directorio de trabajo pasa a ser `{directory}`.',
    en: 'The working directory becomes `{directory}`.',
  },
  user: {
    es: 'A partir de aquí las órdenes y el contenedor usan el usuario `{user}`.',
    en: 'From here on, commands and the container use the user `{user}`.',
  },
  entrypoint: {
    es: '`ENTRYPOINT` fija el programa: {argv}.',
    en: '`ENTRYPOINT` fixes the program: {argv}.',
  },
  cmd: {
    es: '`CMD` da {argv} como orden o argumentos por defecto.',
    en: '`CMD` gives {argv} as the default command or arguments.',
  },
  replaced: {
    es: 'Este `{keyword}` sustituye al anterior: solo cuenta el último.',
    en: 'This `{keyword}` replaces the one before: only the last one counts.',
  },
  brokenJson: {
    es: 'Esto no es JSON válido, así que Docker lo toma como texto para `{shell}`.',
    en: 'This is not valid JSON, so Docker takes it as text for `{shell}`.',
  },
  command: {
    es: 'El contenedor ejecuta {argv} como usuario `{user}` en `{directory}`.',
    en: 'The container executes {argv} as user `{user}` in `{directory}`.',
  },
  ofBase: {
    es: 'Qué se ejecuta lo dice la imagen base, que aquí no se conoce.',
    en: 'What is executed the base image says, which is not known here.',
  },
  cmdIgnored: {
    es: 'Con `ENTRYPOINT` en forma shell, `CMD` no se usa.',
    en: 'With `ENTRYPOINT` in shell form, `CMD` is not used.',
  },
  noCommand: {
    es: 'Ni la imagen ni su base dicen qué ejecutar: el contenedor no arranca.',
    en: 'Neither the image nor its base says what to execute: the container does not start.',
  },
  userMissing: {
    es: 'El usuario `{user}` no existe en la imagen: el contenedor no arranca.',
    en: 'The user `{user}` does not exist in the image: the container does not start.',
  },
  programMissing: {
    es: 'No hay ningún programa `{program}` en la imagen: el contenedor no arranca.',
    en: 'There is no program `{program}` in the image: the container does not start.',
  },
  notExecutable: {
    es: '`{program}` está en la imagen, pero el usuario `{user}` no puede ejecutarlo: el contenedor no arranca.',
    en: '`{program}` is in the image, but the user `{user}` may not execute it: the container does not start.',
  },
  loaderMissing: {
    es: '`{program}` necesita el cargador y las bibliotecas de su sistema, y en la imagen no están: el contenedor no arranca.',
    en: '`{program}` needs the loader and the libraries of its system, and they are not in the image: the container does not start.',
  },
  execFormat: {
    es: '`{program}` es un texto sin `#!` en su primera línea: el sistema no sabe con qué ejecutarlo.',
    en: '`{program}` is a text without `#!` on its first line: the system does not know what to run it with.',
  },
  printed: {
    es: 'El proceso escribe {output} y termina con el código {exit}.',
    en: 'The process writes {output} and ends with code {exit}.',
  },
  silent: {
    es: 'El proceso termina con el código {exit} sin escribir nada.',
    en: 'The process ends with code {exit} and writes nothing.',
  },
  serving: {
    es: 'El proceso se queda en marcha.',
    en: 'The process keeps running.',
  },
  unforeseen: {
    es: 'Lo que hace este proceso no se puede saber sin ejecutarlo.',
    en: 'What this process does cannot be known without executing it.',
  },
  healthy: {
    es: 'La orden de `HEALTHCHECK` termina bien: el contenedor está sano.',
    en: 'The command of `HEALTHCHECK` ends well: the container is healthy.',
  },
  unhealthy: {
    es: 'La orden de `HEALTHCHECK` termina con el código {exit}: el contenedor quedará siempre como `unhealthy`.',
    en: 'The command of `HEALTHCHECK` ends with code {exit}: the container will always be `unhealthy`.',
  },
  unhealthyWithout: {
    es: 'La orden de `HEALTHCHECK` usa `{program}`, que no está en la imagen: el contenedor quedará siempre como `unhealthy`. Instálalo, o comprueba con algo que la imagen ya tenga.',
    en: 'The command of `HEALTHCHECK` uses `{program}`, which is not in the image: the container will always be `unhealthy`. Install it, or check with something the image already has.',
  },
  complaintProgram: {
    es: 'Falla: el programa `{program}` no existe.',
    en: 'It fails: the program `{program}` does not exist.',
  },
  complaintPermission: {
    es: 'Falla: `{program}` no se puede ejecutar.',
    en: 'It fails: `{program}` cannot be executed.',
  },
  complaintFile: {
    es: 'Falla: `{program}` no encuentra `{file}` o no puede leerlo.',
    en: 'It fails: `{program}` cannot find `{file}` or cannot read it.',
  },
  complaintAbsent: {
    es: 'Falla: `{program}` no encuentra `{file}`.',
    en: 'It fails: `{program}` cannot find `{file}`.',
  },
  complaintUnreadable: {
    es: 'Falla: `{file}` está, y a quien ejecuta `{program}` no se le deja leerlo.',
    en: 'It fails: `{file}` is there, and whoever executes `{program}` may not read it.',
  },
  complaintItself: {
    es: 'Falla: `{program}` no puede meter el directorio `{file}` dentro de sí mismo.',
    en: 'It fails: `{program}` cannot put the directory `{file}` into itself.',
  },
  complaintModule: {
    es: 'Falla: Python no encuentra el módulo `{module}`.',
    en: 'It fails: Python cannot find the module `{module}`.',
  },
  complaintPython: {
    es: 'Falla: Python se detiene con `{error}` en la línea {line} de `{file}`.',
    en: 'It fails: Python stops with `{error}` on line {line} of `{file}`.',
  },
  complaintNode: {
    es: 'Node no puede ejecutar `{file}`: `{error}`.',
    en: 'Node cannot run `{file}`: `{error}`.',
  },
  complaintPackage: {
    es: 'Falla: `{program}` no encuentra el paquete `{name}`.',
    en: 'It fails: `{program}` cannot find the package `{name}`.',
  },
  complaintName: {
    es: 'Falla: `{program}` no encuentra `{name}` en el DNS.',
    en: 'It fails: `{program}` does not find `{name}` in DNS.',
  },
  complaintAnswer: {
    es: 'Falla: `{program}` pregunta, y nadie contesta.',
    en: 'It fails: `{program}` asks, and nobody answers.',
  },
  complaintBackground: {
    es: '`{program}` pasa a segundo plano y la orden que lo arranca termina: si es el proceso principal, el contenedor se detiene con él.',
    en: '`{program}` moves to the background and the command that starts it ends: if it is the main process, the container stops with it.',
  },
  complaintUsage: {
    es: 'Falla: `{program}` rechaza sus argumentos.',
    en: 'It fails: `{program}` refuses its arguments.',
  },
  complaintVariable: {
    es: 'Falla: `{program}` se niega a arrancar sin una de estas variables de entorno: {variables}.',
    en: 'It fails: `{program}` refuses to start without one of these environment variables: {variables}.',
  },
  complaintWrite: {
    es: 'Falla: `{program}` no puede escribir en `{path}` con el usuario que lo ejecuta.',
    en: 'It fails: `{program}` cannot write to `{path}` as the user that executes it.',
  },
  complaintCapability: {
    es: 'Falla: a `{program}` le faltan capacidades: {capabilities}.',
    en: 'It fails: `{program}` lacks capabilities: {capabilities}.',
  },
  complaintNoConfiguration: {
    es: 'Falla: nginx no encuentra `{path}`.',
    en: 'It fails: nginx cannot find `{path}`.',
  },
  complaintConfiguration: {
    es: 'Falla: nginx no entiende `{path}` a partir de `{near}`.',
    en: 'It fails: nginx does not understand `{path}` from `{near}` on.',
  },
  complaintHost: {
    es: 'Falla: nginx busca `{host}` al arrancar, como dice `{path}`, y nadie se llama así.',
    en: 'It fails: nginx looks up `{host}` when it starts, as `{path}` says, and nobody has that name.',
  },
  complaintEvents: {
    es: 'Falla: a `{path}` le falta el bloque `events {}`.',
    en: 'It fails: `{path}` lacks the block `events {}`.',
  },
  complaintTaken: {
    es: 'Falla: `{program}` no puede crear «{what}», porque ya existe.',
    en: 'It fails: `{program}` cannot create "{what}", because it exists already.',
  },
  complaintSyntax: {
    es: 'Falla: `{program}` no entiende la orden.',
    en: 'It fails: `{program}` does not understand the command.',
  },
  cached: {
    es: '`{keyword}` se toma de la caché.',
    en: '`{keyword}` is taken from the cache.',
  },
  rebuilt: {
    es: '`{keyword}` se vuelve a ejecutar: cambia algo de lo que depende.',
    en: '`{keyword}` is executed again: something it depends on changes.',
  },
  rebuiltAfter: {
    es: '`{keyword}` se vuelve a ejecutar porque lo hace una instrucción anterior.',
    en: '`{keyword}` is executed again because an earlier instruction is.',
  },
});
