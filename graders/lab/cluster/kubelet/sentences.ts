import type { Messages } from '../../../core/messages.ts';

/** What the kubelet says. */
export const sentences = {
  imageMissing: {
    es: 'Ningún registro tiene la imagen `{image}`: el contenedor `{container}` se queda en `ImagePullBackOff`.',
    en: 'No registry holds the image `{image}`: container `{container}` stays in `ImagePullBackOff`.',
  },
  imageMissingNear: {
    es: 'Ningún registro tiene la imagen `{image}`: el contenedor `{container}` se queda en `ImagePullBackOff`. ¿Querías decir `{suggestion}`?',
    en: 'No registry holds the image `{image}`: container `{container}` stays in `ImagePullBackOff`. Did you mean `{suggestion}`?',
  },
  imageInvalid: {
    es: '`{image}` no es el nombre de una imagen: el contenedor `{container}` se queda en `InvalidImageName`.',
    en: '`{image}` is not an image name: container `{container}` stays in `InvalidImageName`.',
  },
  imageOnlyOnNode: {
    es: 'El nodo pide la imagen `{image}` al registro aunque la tenga, porque así lo dice su política de descarga (`Always`), y ningún registro la tiene: el contenedor `{container}` se queda en `ErrImagePull`.',
    en: 'The node asks the registry for the image `{image}` even though it has it, as its pull policy says (`Always`), and no registry holds it: container `{container}` stays in `ErrImagePull`.',
  },
  imageOnlyOnNodeByTag: {
    es: 'Con la etiqueta `latest`, o sin etiqueta, la política de descarga es `Always` si no se escribe otra: el nodo pide la imagen `{image}` al registro aunque la tenga, y ningún registro la tiene. El contenedor `{container}` se queda en `ErrImagePull`.',
    en: 'With the tag `latest`, or with none, the pull policy is `Always` unless another one is written: the node asks the registry for the image `{image}` even though it has it, and no registry holds it. Container `{container}` stays in `ErrImagePull`.',
  },
  imageNeverPulled: {
    es: 'Con `imagePullPolicy: Never` el nodo no descarga la imagen `{image}`, y no la tiene: el contenedor `{container}` se queda en `ErrImageNeverPull`.',
    en: 'With `imagePullPolicy: Never` the node does not pull the image `{image}`, and it does not have it: container `{container}` stays in `ErrImageNeverPull`.',
  },
  objectMissing: {
    es: 'El contenedor `{container}` necesita {kind:el|la} {kind} `{name}`, que no existe en el espacio de nombres `{namespace}`: no se crea.',
    en: 'Container `{container}` needs the {kind} `{name}`, which does not exist in namespace `{namespace}`: it is not created.',
  },
  keyMissing: {
    es: 'El contenedor `{container}` necesita la clave `{key}` {kind:del|de la} {kind} `{name}`, que no la tiene: no se crea.',
    en: 'Container `{container}` needs the key `{key}` of the {kind} `{name}`, which does not have it: it is not created.',
  },
  itemMissing: {
    es: 'El volumen `{volume}` necesita la clave `{key}` {kind:del|de la} {kind} `{name}`, que no la tiene: el pod se queda en `ContainerCreating`.',
    en: 'Volume `{volume}` needs the key `{key}` of the {kind} `{name}`, which does not have it: the pod stays in `ContainerCreating`.',
  },
  volumeMissing: {
    es: 'El volumen `{volume}` necesita {kind:el|la} {kind} `{name}`, que no existe en el espacio de nombres `{namespace}`: el pod se queda en `{reason}`.',
    en: 'Volume `{volume}` needs the {kind} `{name}`, which does not exist in namespace `{namespace}`: the pod stays in `{reason}`.',
  },
  runsAsRoot: {
    es: '`runAsNonRoot: true` prohíbe arrancar el contenedor `{container}`, que se ejecutaría como root.',
    en: '`runAsNonRoot: true` forbids starting container `{container}`, which would run as root.',
  },
  userNotNumeric: {
    es: '`runAsNonRoot: true` no puede comprobarse en el contenedor `{container}`: su imagen da un nombre de usuario y no un número. Añade `runAsUser`.',
    en: '`runAsNonRoot: true` cannot be verified for container `{container}`: its image gives a user name, not a number. Add `runAsUser`.',
  },
  memoryTooSmall: {
    es: 'El contenedor `{container}` tiene un límite de memoria de {bytes} {bytes:byte|bytes}: no cabe ni el proceso que lo arranca.',
    en: 'Container `{container}` has a memory limit of {bytes} {bytes:byte|bytes}: not even the process that starts it fits.',
  },
  noCommand: {
    es: 'El contenedor `{container}` no tiene qué ejecutar: ni el manifiesto ni su imagen dicen una orden.',
    en: 'Container `{container}` has nothing to run: neither the manifest nor its image gives a command.',
  },
  programMissing: {
    es: 'El contenedor `{container}` no arranca: en la imagen `{image}` no existe el programa `{program}`.',
    en: 'Container `{container}` does not start: there is no program `{program}` in the image `{image}`.',
  },
  programRefused: {
    es: 'El contenedor `{container}` no arranca: el sistema no puede ejecutar `{program}` de la imagen `{image}`.',
    en: 'Container `{container}` does not start: the system cannot execute `{program}` of the image `{image}`.',
  },
  fileMissing: {
    es: 'El proceso del contenedor `{container}` termina con el código {code}: `{program}` no encuentra `{file}`, o no puede usarlo.',
    en: 'The process of container `{container}` ends with code {code}: `{program}` cannot find `{file}`, or may not use it.',
  },
  fileAbsent: {
    es: 'El proceso del contenedor `{container}` termina con el código {code}: `{program}` no encuentra `{file}`.',
    en: 'The process of container `{container}` ends with code {code}: `{program}` cannot find `{file}`.',
  },
  fileUnreadable: {
    es: 'El proceso del contenedor `{container}` termina con el código {code}: `{file}` está, pero el usuario del contenedor no tiene permiso para leerlo.',
    en: 'The process of container `{container}` ends with code {code}: `{file}` is there, but the user of the container may not read it.',
  },
  commandMissing: {
    es: 'El proceso del contenedor `{container}` termina con el código {code}: la orden `{program}` no existe en su imagen, o no se puede ejecutar.',
    en: 'The process of container `{container}` ends with code {code}: there is no command `{program}` in its image, or it cannot be executed.',
  },
  moduleMissing: {
    es: 'El proceso del contenedor `{container}` termina con un error: Python no encuentra el módulo `{module}`.',
    en: 'The process of container `{container}` ends with an error: Python cannot find the module `{module}`.',
  },
  workSpent: {
    es: 'Lo que hace el contenedor `{container}` no se sigue hasta el final: es más trabajo del que el laboratorio da por un contenedor. Se supone que funciona.',
    en: 'What container `{container}` does is not followed to its end: it is more work than the lab gives one container. It is taken to work.',
  },
  started: { es: 'El contenedor `{container}` arranca.', en: 'Container `{container}` starts.' },
  listening: {
    es: 'El contenedor `{container}` arranca y escucha en {count:el puerto|los puertos} {ports}.',
    en: 'Container `{container}` starts and listens on {count:port|ports} {ports}.',
  },
  completed: {
    es: 'El proceso del contenedor `{container}` termina con el código {code}.',
    en: 'The process of container `{container}` ends with code {code}.',
  },
  restarting: {
    es: 'El proceso del contenedor `{container}` termina con el código {code} nada más arrancar; el kubelet lo reinicia una y otra vez (`CrashLoopBackOff`).',
    en: 'The process of container `{container}` ends with code {code} right after starting; the kubelet restarts it again and again (`CrashLoopBackOff`).',
  },
  daemonised: {
    es: '`{program}` pasa a segundo plano y el proceso principal del contenedor `{container}` termina: con él se detiene el contenedor, y el kubelet lo reinicia una y otra vez (`CrashLoopBackOff`).',
    en: '`{program}` moves to the background and the main process of container `{container}` ends: the container stops with it, and the kubelet restarts it again and again (`CrashLoopBackOff`).',
  },
  optionAlone: {
    es: 'El contenedor `{container}` intenta ejecutar `{option}` como si fuera un programa y termina con el código {code}: `args` sustituye la orden entera de la imagen (`CMD`), también su primera palabra. Escribe el programa delante: `args: [PROGRAMA, {option}, …]`.',
    en: 'Container `{container}` tries to run `{option}` as if it were a program and ends with code {code}: `args` replaces the whole command of the image (`CMD`), its first word too. Write the program in front: `args: [PROGRAM, {option}, …]`.',
  },
  usage: {
    es: '`{program}` rechaza los argumentos del contenedor `{container}` y termina con el código {code}, una y otra vez (`CrashLoopBackOff`).',
    en: '`{program}` refuses the arguments of container `{container}` and ends with code {code}, again and again (`CrashLoopBackOff`).',
  },
  variableMissing: {
    es: 'El proceso del contenedor `{container}` se niega a arrancar sin una de estas variables de entorno: {variables}.',
    en: 'The process of container `{container}` refuses to start without one of these environment variables: {variables}.',
  },
  cannotWrite: {
    es: 'El proceso del contenedor `{container}` termina con un error: no puede escribir en `{path}`.',
    en: 'The process of container `{container}` ends with an error: it cannot write to `{path}`.',
  },
  capabilityMissing: {
    es: 'El proceso del contenedor `{container}` termina con un error: le faltan las capacidades {capabilities}.',
    en: 'The process of container `{container}` ends with an error: it lacks the capabilities {capabilities}.',
  },
  configurationMissing: {
    es: 'El proceso del contenedor `{container}` termina con un error: un volumen que no lo trae oculta `{path}`.',
    en: 'The process of container `{container}` ends with an error: a volume that does not bring it hides `{path}`.',
  },
  configurationRefused: {
    es: 'El proceso del contenedor `{container}` termina con un error: nginx no entiende `{path}` a partir de `{near}`.',
    en: 'The process of container `{container}` ends with an error: nginx does not understand `{path}` from `{near}` on.',
  },
  upstreamUnknown: {
    es: 'El proceso del contenedor `{container}` termina con un error: nginx busca `{host}` al arrancar, y no hay ningún Service que se llame así.',
    en: 'The process of container `{container}` ends with an error: nginx looks up `{host}` when it starts, and no Service has that name.',
  },
  eventsMissing: {
    es: 'El proceso del contenedor `{container}` termina con un error: a `{path}` le falta el bloque `events {}`.',
    en: 'The process of container `{container}` ends with an error: `{path}` lacks the block `events {}`.',
  },
  portTaken: {
    es: 'El contenedor `{container}` no puede escuchar en el puerto {port}: ya lo usa `{other}`, y los contenedores de un pod comparten la red. Se reinicia una y otra vez (`CrashLoopBackOff`).',
    en: 'Container `{container}` cannot listen on port {port}: `{other}` already uses it, and the containers of a pod share the network. It restarts again and again (`CrashLoopBackOff`).',
  },
  probeRefused: {
    es: 'La sonda `{probe}` del contenedor `{container}` pregunta en el puerto {port}, donde no escucha nadie.',
    en: 'The `{probe}` of container `{container}` asks on port {port}, where nobody listens.',
  },
  probeStatus: {
    es: 'La sonda `{probe}` del contenedor `{container}` pide `{path}` en el puerto {port} y recibe un {status}.',
    en: 'The `{probe}` of container `{container}` asks for `{path}` on port {port} and gets a {status}.',
  },
  probePortName: {
    es: 'La sonda `{probe}` del contenedor `{container}` pregunta en el puerto `{port}`, y ningún puerto del contenedor se llama así.',
    en: 'The `{probe}` of container `{container}` asks on port `{port}`, and no port of the container has that name.',
  },
  probeProgram: {
    es: 'La sonda `{probe}` del contenedor `{container}` ejecuta `{command}`, y en la imagen no hay ningún programa `{program}` que se pueda ejecutar.',
    en: 'The `{probe}` of container `{container}` runs `{command}`, and the image has no program `{program}` that can be run.',
  },
  probeHost: {
    es: 'La sonda `{probe}` del contenedor `{container}` pregunta a `{host}`, que para el kubelet es el nodo y no el pod.',
    en: 'The `{probe}` of container `{container}` asks `{host}`, which for the kubelet is the node and not the pod.',
  },
  probeProtocol: {
    es: 'La sonda `{probe}` del contenedor `{container}` habla {protocol} en el puerto {port}, y quien escucha allí no.',
    en: 'The `{probe}` of container `{container}` speaks {protocol} on port {port}, and whoever listens there does not.',
  },
  probeCommand: {
    es: 'La orden de la sonda `{probe}` del contenedor `{container}` falla: `{command}`.',
    en: 'The command of the `{probe}` of container `{container}` fails: `{command}`.',
  },
  nameUnknown: {
    es: '`nslookup {asked}` falla en el contenedor `{container}`: el DNS del clúster no tiene ese nombre, porque no hay un Service así.',
    en: '`nslookup {asked}` fails in container `{container}`: the cluster’s DNS does not have that name, since there is no such Service.',
  },
  nameNotCompleted: {
    es: '`nslookup {asked}` falla en el contenedor `{container}`: el `nslookup` de BusyBox (desde 1.30) no completa un nombre con puntos, y pregunta por él tal cual. Con el nombre entero, `{whole}`, no falla si el Service existe.',
    en: '`nslookup {asked}` fails in container `{container}`: the `nslookup` of BusyBox (since 1.30) does not complete a name with dots and asks for it as it is. With the whole name, `{whole}`, it does not fail if the Service exists.',
  },
  nameUnderEach: {
    es: '`nslookup {asked}` falla en el contenedor `{container}`: el `nslookup` de BusyBox (desde 1.30) pregunta por el nombre en cada dominio de búsqueda, exista o no el Service, y falla en cuanto falta uno; el DNS no tiene {names}. Con el nombre entero, `{whole}`, pregunta una sola vez.',
    en: '`nslookup {asked}` fails in container `{container}`: the `nslookup` of BusyBox (since 1.30) asks for the name under each search domain, whether the Service exists or not, and fails as soon as one lacks it; DNS does not have {names}. With the whole name, `{whole}`, it asks only once.',
  },
  initFailed: {
    es: 'El contenedor de inicio `{container}` no termina bien, así que los siguientes no arrancan.',
    en: 'The init container `{container}` does not end well, so the next ones do not start.',
  },
  initNeverEnds: {
    es: 'El contenedor de inicio `{container}` no termina nunca, así que los siguientes no arrancan.',
    en: 'The init container `{container}` never ends, so the next ones do not start.',
  },
  deadline: {
    es: 'El pod supera los {seconds} segundos de `activeDeadlineSeconds` y el kubelet lo detiene.',
    en: 'The pod exceeds the {seconds} seconds of `activeDeadlineSeconds` and the kubelet stops it.',
  },
  readinessGate: {
    es: 'El pod espera la condición `{condition}` de `readinessGates`, que nadie pone.',
    en: 'The pod waits for the condition `{condition}` of `readinessGates`, which nobody sets.',
  },
  ready: { es: 'El pod está listo en {ip}.', en: 'The pod is ready at {ip}.' },
} as const satisfies Messages;
