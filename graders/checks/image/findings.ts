import { descriptor } from '../../core/finding.ts';

export const build = descriptor({
  id: 'image/build',
  severity: 'error',
  title: { es: 'La imagen no se puede construir', en: 'The image cannot be built' },
  messages: {
    reference: {
      es: '`{reference}` no es el nombre de una imagen.',
      en: '`{reference}` is not the name of an image.',
    },
    uppercase: {
      es: '`{reference}` no es el nombre de una imagen: el repositorio se escribe en minúsculas.',
      en: '`{reference}` is not the name of an image: the repository is written in lowercase.',
    },
    repository: {
      es: 'La imagen `{reference}` no existe en el registro.',
      en: 'The image `{reference}` does not exist in the registry.',
    },
    suggestion: {
      es: 'La imagen `{reference}` no existe en el registro. ¿Querías escribir `{suggestion}`?',
      en: 'The image `{reference}` does not exist in the registry. Did you mean `{suggestion}`?',
    },
    source: {
      es: '`{source}` no está en el contexto de construcción.',
      en: '`{source}` is not in the build context.',
    },
    sourceNear: {
      es: '`{source}` no está en el contexto de construcción. Sí está `{suggestion}`.',
      en: '`{source}` is not in the build context. `{suggestion}` is.',
    },
    sourceIgnored: {
      es: '`{source}` existe, pero `.dockerignore` lo deja fuera del contexto de construcción.',
      en: '`{source}` exists, but `.dockerignore` keeps it out of the build context.',
    },
    sourceInStage: {
      es: '`{source}` no está en `{stage}`, de donde se quiere copiar.',
      en: '`{source}` is not in `{stage}`, where it should be copied from.',
    },
    user: {
      es: 'El usuario `{user}` no existe en la imagen en este punto: créalo antes, o usa un número.',
      en: 'The user `{user}` does not exist in the image at this point: create it before, or use a number.',
    },
    endless: {
      es: 'Este `RUN` arranca un servidor que no termina, y la construcción se queda esperando. Lo que se ejecuta al arrancar el contenedor va en `CMD` o `ENTRYPOINT`.',
      en: 'This `RUN` starts a server that does not end, and the build keeps waiting. What is executed when the container starts goes into `CMD` or `ENTRYPOINT`.',
    },
    programMissing: {
      es: 'La orden falla al construir: el programa `{program}` no existe en esta imagen.',
      en: 'The command fails while building: the program `{program}` does not exist in this image.',
    },
    package: {
      es: 'La orden falla al construir: `{program}` no encuentra el paquete `{name}`, porque la imagen no trae las listas de paquetes. Ejecuta antes `apt-get update`, en el mismo `RUN`.',
      en: 'The command fails while building: `{program}` cannot find the package `{name}`, because the image brings no package lists. Run `apt-get update` before it, in the same `RUN`.',
    },
    answer: {
      es: 'La orden falla al construir: `{program} install` pregunta antes de instalar y nadie contesta. Añade `-y`.',
      en: 'The command fails while building: `{program} install` asks before it installs, and nobody answers. Add `-y`.',
    },
    syntax: {
      es: 'La orden falla al construir: el shell no la entiende, porque hay un paréntesis fuera de comillas. Entrecomilla el argumento entero.',
      en: 'The command fails while building: the shell does not understand it, because a parenthesis stands outside quotes. Quote the whole argument.',
    },
    fileAbsent: {
      es: 'La orden falla al construir: `{program}` no encuentra `{file}`.',
      en: 'The command fails while building: `{program}` cannot find `{file}`.',
    },
    fileMissing: {
      es: 'La orden falla al construir: `{program}` no encuentra `{file}`, o no puede usarlo.',
      en: 'The command fails while building: `{program}` cannot find `{file}`, or may not use it.',
    },
    python: {
      es: 'La orden falla al construir: Python se detiene con `{error}` (línea {line} de `{file}`).',
      en: 'The command fails while building: Python stops with `{error}` (line {line} of `{file}`).',
    },
    node: {
      es: 'La orden falla al construir: Node no puede ejecutar `{file}` (`{error}`).',
      en: 'The command fails while building: Node cannot run `{file}` (`{error}`).',
    },
    write: {
      es: 'La orden falla al construir: `{program}` no puede escribir en `{path}` con el usuario que la ejecuta. Dale el directorio a ese usuario antes de `USER`, o trabaja en uno que sea suyo.',
      en: 'The command fails while building: `{program}` cannot write to `{path}` as the user that executes it. Give the directory to that user before `USER`, or work in one of its own.',
    },
    taken: {
      es: 'La orden falla al construir: `{program}` no puede crear «{what}», porque ya existe en la imagen.',
      en: 'The command fails while building: `{program}` cannot create "{what}", because the image already has it.',
    },
    intoItself: {
      es: 'La orden falla al construir: `{program}` no puede meter el directorio `{file}` dentro de sí mismo.',
      en: 'The command fails while building: `{program}` cannot put the directory `{file}` into itself.',
    },
    exit: {
      es: 'La orden falla al construir: termina con el código {exit}.',
      en: 'The command fails while building: it ends with code {exit}.',
    },
    port: {
      es: '«{port}» no es un puerto: `EXPOSE` espera un número de 1 a 65535, y quizá `/tcp` o `/udp`.',
      en: '"{port}" is not a port: `EXPOSE` expects a number from 1 to 65535, and maybe `/tcp` or `/udp`.',
    },
    mode: {
      es: '«{mode}» no son permisos: se escriben en octal (`755`) o con letras (`u+x`).',
      en: '"{mode}" are no permissions: write them in octal (`755`) or with letters (`u+x`).',
    },
    platform: {
      es: '«{platform}» no es una plataforma: se escribe como `linux/amd64` o `linux/arm64`.',
      en: '"{platform}" is not a platform: one is written like `linux/amd64` or `linux/arm64`.',
    },
    signal: {
      es: '«{signal}» no es una señal: se escribe como `SIGTERM`, `TERM` o `15`.',
      en: '"{signal}" is not a signal: one is written like `SIGTERM`, `TERM` or `15`.',
    },
    variable: {
      es: 'La variable `{name}` es obligatoria aquí y no tiene valor.',
      en: 'The variable `{name}` is required here and has no value.',
    },
    empty: {
      es: 'A `{keyword}` le queda un argumento vacío: las variables que lleva no tienen valor aquí.',
      en: '`{keyword}` is left with an empty argument: its variables have no value here.',
    },
    circular: {
      es: 'La etapa `{stage}` no puede copiar de sí misma.',
      en: 'The stage `{stage}` cannot copy from itself.',
    },
    warned: {
      es: 'BuildKit avisa de {checks}, y con `# check=error=true` cualquier aviso detiene la construcción. Corrige lo que señala o quita esa directiva.',
      en: 'BuildKit warns of {checks}, and with `# check=error=true` any warning stops the build. Mend what it points to or take that directive away.',
    },
  },
});

export const start = descriptor({
  id: 'image/start',
  severity: 'error',
  title: { es: 'El contenedor no arranca', en: 'The container does not start' },
  messages: {
    noCommand: {
      es: 'El contenedor no tiene nada que ejecutar: ni el Dockerfile ni la imagen base dan una orden.',
      en: 'The container has nothing to execute: neither the Dockerfile nor the base image gives a command.',
    },
    user: {
      es: 'El contenedor no arranca: el usuario `{user}` no existe en la imagen.',
      en: 'The container does not start: the user `{user}` does not exist in the image.',
    },
    program: {
      es: 'El contenedor no arranca: en la imagen no hay ningún programa `{program}`.',
      en: 'The container does not start: there is no program `{program}` in the image.',
    },
    oneWord: {
      es: 'El contenedor no arranca: en la forma exec cada palabra va en su propio texto, y Docker busca un programa llamado «{program}».',
      en: 'The container does not start: in exec form every word is a string of its own, and Docker looks for a program called "{program}".',
    },
    notExecutable: {
      es: 'El contenedor no arranca: el usuario `{user}` no puede ejecutar `{program}`.',
      en: 'The container does not start: the user `{user}` may not execute `{program}`.',
    },
    loader: {
      es: 'El contenedor no arranca: `{program}` se ha copiado sin el cargador ni las bibliotecas de su sistema, y en esta imagen no están. Parte de una imagen que ya traiga el programa.',
      en: 'The container does not start: `{program}` was copied without the loader and the libraries of its system, and this image has neither. Start from an image that brings the program.',
    },
    format: {
      es: 'El contenedor no arranca: `{program}` es un texto sin `#!` en su primera línea, y el sistema no sabe con qué ejecutarlo.',
      en: 'The container does not start: `{program}` is a text without `#!` on its first line, and the system does not know what to run it with.',
    },
  },
});

export const output = descriptor({
  id: 'image/output',
  severity: 'error',
  title: { es: 'El contenedor no imprime lo que se pide', en: 'The container does not print what is asked' },
  messages: {
    different: {
      es: 'El contenedor imprime {found} y se esperaba {expected}.',
      en: 'The container prints {found} and {expected} was expected.',
    },
    nothing: {
      es: 'El contenedor termina sin imprimir nada, y se esperaba {expected}.',
      en: 'The container ends without printing anything, and {expected} was expected.',
    },
    nothingOfBase: {
      es: 'En la última etapa ninguna instrucción dice qué ejecutar al arrancar: el contenedor ejecuta `{command}`, la orden de su imagen base, y termina sin imprimir nada. Se esperaba {expected}.',
      en: 'In the last stage no instruction says what to execute at the start: the container executes `{command}`, the command of its base image, and ends without printing anything. {expected} was expected.',
    },
    syntax: {
      es: 'El proceso falla: `{shell}` no entiende la orden, porque hay un paréntesis fuera de comillas. Entrecomilla el argumento entero.',
      en: 'The process fails: `{shell}` does not understand the command, because a parenthesis stands outside quotes. Quote the whole argument.',
    },
    answer: {
      es: 'El proceso falla: `{program} install` pregunta antes de instalar y nadie contesta. Añade `-y`.',
      en: 'The process fails: `{program} install` asks before it installs, and nobody answers. Add `-y`.',
    },
    package: {
      es: 'El proceso falla: `{program}` no encuentra el paquete `{name}`.',
      en: 'The process fails: `{program}` cannot find the package `{name}`.',
    },
    program: {
      es: 'El proceso falla: el programa `{program}` no existe en la imagen.',
      en: 'The process fails: the program `{program}` does not exist in the image.',
    },
    brokenJson: {
      es: 'Esto no es JSON (las comillas tienen que ser dobles), así que Docker lo pasa tal cual a `{shell}`, que no encuentra el programa `{program}`.',
      en: 'This is not JSON (quotes must be double), so Docker hands it as it is to `{shell}`, which does not find the program `{program}`.',
    },
    file: {
      es: 'El proceso falla: `{program}` no encuentra `{file}` en `{directory}`, o no puede leerlo.',
      en: 'The process fails: `{program}` cannot find `{file}` in `{directory}`, or may not read it.',
    },
    unexpanded: {
      es: 'El proceso falla: la forma exec no sustituye variables, así que `{program}` busca un fichero llamado `{file}`. Escribe su valor, o usa la forma shell.',
      en: 'The process fails: exec form puts no values of variables, so `{program}` looks for a file called `{file}`. Write its value, or use shell form.',
    },
    cmdIgnored: {
      es: '`ENTRYPOINT` está en forma shell, y entonces `CMD` no se usa: el contenedor ejecuta solo `{command}` y termina sin imprimir nada. Se esperaba {expected}. Escribe `ENTRYPOINT` en forma exec.',
      en: '`ENTRYPOINT` is in shell form, and then `CMD` is not used: the container executes only `{command}` and ends without printing anything. {expected} was expected. Write `ENTRYPOINT` in exec form.',
    },
    fileAbsent: {
      es: 'El proceso falla: `{program}` no encuentra `{file}` en `{directory}`.',
      en: 'The process fails: `{program}` cannot find `{file}` in `{directory}`.',
    },
    fileUnreadable: {
      es: 'El proceso falla: `{file}` está en la imagen, pero el usuario `{user}` no tiene permiso para leerlo y `{program}` no puede usarlo. Cópialo con `--chown` o `--chmod`, o déjalo donde ese usuario llegue.',
      en: 'The process fails: `{file}` is in the image, but the user `{user}` may not read it and `{program}` cannot use it. Copy it with `--chown` or `--chmod`, or leave it where that user gets to.',
    },
    shellArguments: {
      es: 'El proceso falla: la forma shell de `CMD` no se ejecuta por su cuenta, sino que llega a `ENTRYPOINT` como argumentos, y `{program}` toma `{shell}` por su programa. Escribe `CMD` en forma exec.',
      en: 'The process fails: the shell form of `CMD` is not executed on its own; it reaches `ENTRYPOINT` as arguments, and `{program}` takes `{shell}` for its program. Write `CMD` in exec form.',
    },
    write: {
      es: 'El proceso falla: `{program}` no puede escribir en `{path}` con el usuario del contenedor.',
      en: 'The process fails: `{program}` cannot write to `{path}` as the user of the container.',
    },
    permission: {
      es: 'El proceso falla: no puede ejecutar `{program}`.',
      en: 'The process fails: it may not execute `{program}`.',
    },
    module: {
      es: 'El proceso falla: Python no encuentra el módulo `{module}`.',
      en: 'The process fails: Python cannot find the module `{module}`.',
    },
    python: {
      es: 'El proceso falla: Python se detiene con `{error}` (línea {line} de `{file}`).',
      en: 'The process fails: Python stops with `{error}` (line {line} of `{file}`).',
    },
    node: {
      es: 'El proceso falla: esta versión de Node no puede ejecutar `{file}` (`{error}`). Node entiende TypeScript desde la 22.18.',
      en: 'The process fails: this version of Node cannot run `{file}` (`{error}`). Node understands TypeScript from 22.18 on.',
    },
    exit: {
      es: 'El proceso termina con el código {exit}, que significa error.',
      en: 'The process ends with code {exit}, which means an error.',
    },
    running: {
      es: 'El proceso se queda en marcha; se esperaba que imprimiera {expected} y terminara.',
      en: 'The process keeps running; it was expected to print {expected} and end.',
    },
    ended: {
      es: 'El proceso termina enseguida y tendría que quedarse en marcha.',
      en: 'The process ends at once and should keep running.',
    },
  },
});

export const process = descriptor({
  id: 'image/process',
  severity: 'error',
  title: { es: 'El proceso principal no es el que se pide', en: 'The main process is not the one asked for' },
  messages: {
    printedBy: {
      es: 'Quien imprime el texto es `{found}`, y tiene que hacerlo un programa en {expected}.',
      en: 'What prints the text is `{found}`, and it must be a program in {expected}.',
    },
    shell: {
      es: 'El proceso 1 es `{shell}`, que no pasa las señales a tu programa. Usa la forma exec (JSON), o `exec` dentro de la orden.',
      en: 'Process 1 is `{shell}`, which does not pass signals on to your program. Use exec form (JSON), or `exec` inside the command.',
    },
  },
});

export const user = descriptor({
  id: 'image/user',
  severity: 'error',
  title: { es: 'El contenedor se ejecuta como root', en: 'The container runs as root' },
  messages: {
    root: {
      es: 'El proceso se ejecuta como `root`: crea un usuario y elígelo con `USER`, o usa un número.',
      en: 'The process runs as `root`: create a user and choose it with `USER`, or use a number.',
    },
  },
});

export const base = descriptor({
  id: 'image/base',
  severity: 'error',
  title: { es: 'La imagen base no tiene una versión fija', en: 'The base image has no fixed version' },
  messages: {
    untagged: {
      es: '`{image}` no dice la versión, así que significa `{image}:latest`: mañana puede ser otra.',
      en: '`{image}` names no version, so it means `{image}:latest`: tomorrow it may be another one.',
    },
    latest: {
      es: 'La etiqueta de `{image}` no dice la versión: mañana puede ser otra.',
      en: 'The tag of `{image}` names no version: tomorrow it may be another one.',
    },
  },
});

export const listen = descriptor({
  id: 'image/listen',
  severity: 'error',
  title: { es: 'El proceso no escucha donde se pide', en: 'The process does not listen where asked' },
  messages: {
    port: {
      es: 'El proceso escucha en {found} y se esperaba el puerto {expected}.',
      en: 'The process listens on {found} and port {expected} was expected.',
    },
    silent: {
      es: 'El proceso no llega a escuchar con las variables de la imagen; se esperaba el puerto {expected}.',
      en: 'The process never listens with the variables of the image; port {expected} was expected.',
    },
    loopback: {
      es: 'El proceso escucha en el puerto {port} solo desde dentro del contenedor (`127.0.0.1`): usa `0.0.0.0`.',
      en: 'The process listens on port {port} only from inside the container (`127.0.0.1`): use `0.0.0.0`.',
    },
  },
});

export const size = descriptor({
  id: 'image/size',
  severity: 'error',
  title: { es: 'La imagen es demasiado grande', en: 'The image is too large' },
  messages: {
    large: {
      es: 'La imagen ocupa unos {megabytes} MB y se pide que no pase de {limit} MB.',
      en: 'The image takes about {megabytes} MB and should not exceed {limit} MB.',
    },
  },
});

export const cache = descriptor({
  id: 'image/cache',
  severity: 'error',
  title: { es: 'La caché no sirve tras un cambio', en: 'The cache is of no use after a change' },
  messages: {
    again: {
      es: 'Al editar {edited}, este `{keyword}` se vuelve a ejecutar. Cópialo después de lo que no depende de él.',
      en: 'When {edited} changes, this `{keyword}` is executed again. Copy it after what does not depend on it.',
    },
  },
});

export const file = descriptor({
  id: 'image/file',
  severity: 'error',
  title: { es: 'El contenido de la imagen no es el que se pide', en: 'The content of the image is not what is asked' },
  messages: {
    absent: {
      es: 'En la imagen no está `{path}`.',
      en: '`{path}` is not in the image.',
    },
    present: {
      es: 'En la imagen está `{path}`, y no debería.',
      en: '`{path}` is in the image, and should not be.',
    },
    owner: {
      es: '`{path}` es del usuario {found} y tendría que ser del {expected}.',
      en: '`{path}` belongs to user {found} and should belong to {expected}.',
    },
  },
});

export const service = descriptor({
  id: 'image/service',
  severity: 'error',
  title: { es: 'El contenedor no arranca el servicio', en: 'The container does not start the service' },
  messages: {
    other: {
      es: 'El contenedor ejecuta `{found}`, que no es `{file}`.',
      en: 'The container runs `{found}`, which is not `{file}`.',
    },
    independent: {
      es: 'La imagen sale igual aunque cambie `{file}`: ninguna instrucción lo copia.',
      en: 'The image comes out the same when `{file}` changes: no instruction copies it.',
    },
    noProgram: {
      es: 'El contenedor arranca `{found}` sin ningún programa, y tiene que ejecutar `{file}`.',
      en: 'The container starts `{found}` without any program, and must run `{file}`.',
    },
    ended: {
      es: 'El contenedor ejecuta `{found}` y termina enseguida: tiene que quedarse ejecutando `{file}`.',
      en: 'The container runs `{found}` and ends at once: it must stay and run `{file}`.',
    },
    watch: {
      es: 'El contenedor arranca el modo de desarrollo (`{found}`): en una imagen no hay nada que vigilar.',
      en: 'The container starts the development mode (`{found}`): in an image there is nothing to watch.',
    },
    compiled: {
      es: 'Node solo quita los tipos, y `{syntax}` hay que compilarlo: el contenedor termina con `ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX`.',
      en: 'Node only removes types, and `{syntax}` has to be compiled: the container ends with `ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX`.',
    },
    plain: {
      es: '`{found}` lleva los tipos de TypeScript, y Node solo los quita de un fichero `.ts`.',
      en: '`{found}` carries the types of TypeScript, and Node only strips them from a `.ts` file.',
    },
  },
});

export const unforeseen = descriptor({
  id: 'image/unforeseen',
  severity: 'info',
  title: { es: 'No se puede saber sin ejecutarlo', en: 'It cannot be known without executing it' },
  messages: {
    process: {
      es: 'El corrector no ejecuta tu programa y no ha podido deducir qué imprime. No cuenta como error.',
      en: 'The grader does not execute your program and could not work out what it prints. It does not count as wrong.',
    },
    service: {
      es: 'El corrector no ejecuta aquí tu programa y no ha podido deducir en qué puerto escucha. No cuenta como error.',
      en: 'The grader does not execute your program here and could not work out which port it listens on. It does not count as wrong.',
    },
  },
});
