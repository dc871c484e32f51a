import { hopMessages } from '../../core/trace.ts';

/** What the parts of the simulated cluster say they decided. */
export const hops = hopMessages('cluster', {
  imagePulled: {
    es: 'El nodo `{node}` tiene la imagen `{image}` del contenedor `{container}`.',
    en: 'Node `{node}` has the image `{image}` of container `{container}`.',
  },
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
  imageNeverPulled: {
    es: 'Con `imagePullPolicy: Never` el nodo no descarga la imagen `{image}`, y no la tiene: el contenedor `{container}` se queda en `ErrImageNeverPull`.',
    en: 'With `imagePullPolicy: Never` the node does not pull the image `{image}`, and it does not have it: container `{container}` stays in `ErrImageNeverPull`.',
  },
  objectMissing: {
    es: 'El contenedor `{container}` necesita el {kind} `{name}`, que no existe en el espacio de nombres `{namespace}`: no se crea.',
    en: 'Container `{container}` needs the {kind} `{name}`, which does not exist in namespace `{namespace}`: it is not created.',
  },
  keyMissing: {
    es: 'El contenedor `{container}` necesita la clave `{key}` del {kind} `{name}`, que no la tiene: no se crea.',
    en: 'Container `{container}` needs the key `{key}` of the {kind} `{name}`, which does not have it: it is not created.',
  },
  volumeMissing: {
    es: 'El volumen `{volume}` necesita el {kind} `{name}`, que no existe en el espacio de nombres `{namespace}`: el pod se queda en `{reason}`.',
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
    es: 'El proceso del contenedor `{container}` termina con un error: un volumen vacío oculta `{path}`.',
    en: 'The process of container `{container}` ends with an error: an empty volume hides `{path}`.',
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
  scheduled: {
    es: 'El planificador asigna el pod al nodo `{node}`.',
    en: 'The scheduler binds the pod to node `{node}`.',
  },
  namespaceMissing: {
    es: 'El espacio de nombres `{namespace}` no existe: la API no admite el {kind} `{name}`.',
    en: 'Namespace `{namespace}` does not exist: the API does not admit the {kind} `{name}`.',
  },
  serviceAccountMissing: {
    es: 'El ServiceAccount `{account}` no existe en el espacio de nombres `{namespace}`: la API no admite el pod.',
    en: 'ServiceAccount `{account}` does not exist in namespace `{namespace}`: the API does not admit the pod.',
  },
  classMissing: {
    es: 'El {kind} `{name}` no existe: la API no admite el pod.',
    en: 'The {kind} `{name}` does not exist: the API does not admit the pod.',
  },
  selectorMismatch: {
    es: 'El selector del {kind} `{name}` no elige los pods de su propia plantilla: la API no lo admite.',
    en: 'The selector of the {kind} `{name}` does not select the pods of its own template: the API does not admit it.',
  },
  limitUnspecified: {
    es: 'El LimitRange `{range}` pone un `{bound}` de {allowed} a `{resource}`, y el pod no dice cuánto quiere: la API no lo admite.',
    en: 'LimitRange `{range}` sets a `{bound}` of {allowed} for `{resource}`, and the pod does not say how much it wants: the API does not admit it.',
  },
  limitBroken: {
    es: 'El LimitRange `{range}` pone un `{bound}` de {allowed} a `{resource}`, y aquí hay {found}: la API no admite el pod.',
    en: 'LimitRange `{range}` sets a `{bound}` of {allowed} for `{resource}`, and here it is {found}: the API does not admit the pod.',
  },
  podSecurity: {
    es: 'El espacio de nombres `{namespace}` exige el nivel `{level}` de Pod Security, que el pod incumple: {violations}.',
    en: 'Namespace `{namespace}` enforces the Pod Security level `{level}`, which the pod violates: {violations}.',
  },
  quotaUnspecified: {
    es: 'La ResourceQuota `{quota}` lleva la cuenta de {resources}, y no lo dicen los contenedores {containers}: la API no admite el pod.',
    en: 'ResourceQuota `{quota}` keeps count of {resources}, and the containers {containers} do not say it: the API does not admit the pod.',
  },
  quotaExceeded: {
    es: 'La ResourceQuota `{quota}` permite {hard} de `{resource}`: hay {used} en uso y hacen falta {asked} más. La API no lo admite.',
    en: 'ResourceQuota `{quota}` allows {hard} of `{resource}`: {used} in use and {asked} more needed. The API does not admit it.',
  },
  unschedulable: {
    es: 'Ningún nodo admite el pod, que se queda en `Pending`: {reasons}.',
    en: 'No node takes the pod, which stays in `Pending`: {reasons}.',
  },
  noScheduler: {
    es: 'Nadie planifica el pod: en el clúster no hay ningún planificador `{scheduler}`.',
    en: 'Nobody schedules the pod: the cluster has no scheduler `{scheduler}`.',
  },
  schedulingGated: {
    es: 'El pod espera a que alguien retire `{gate}` de `schedulingGates`.',
    en: 'The pod waits for somebody to remove `{gate}` from `schedulingGates`.',
  },
  nodeUnknown: {
    es: 'El pod pide el nodo `{node}`, que no existe.',
    en: 'The pod asks for node `{node}`, which does not exist.',
  },
  rolloutBounds: {
    es: 'Con {replicas} {replicas:réplica|réplicas}, la actualización admite como mucho {most} pods a la vez y exige al menos {least} disponibles.',
    en: 'With {replicas} {replicas:replica|replicas}, the update allows at most {most} pods at once and asks for at least {least} available.',
  },
  rolloutUnchanged: {
    es: 'La plantilla de pods es la misma: no hay nada que sustituir.',
    en: 'The pod template is the same: there is nothing to replace.',
  },
  rolloutStep: {
    es: '{at} s: {oldPods} {oldPods:pod antiguo|pods antiguos} y {newPods} {newPods:nuevo|nuevos}, {available} {available:disponible|disponibles}.',
    en: '{at} s: {oldPods} old {oldPods:pod|pods} and {newPods} new, {available} available.',
  },
  rolloutComplete: {
    es: '{at} s: la actualización termina con {newPods} {newPods:pod nuevo|pods nuevos}.',
    en: '{at} s: the update completes with {newPods} new {newPods:pod|pods}.',
  },
  rolloutStuck: {
    es: '{at} s: la actualización se queda a medias, con {oldPods} {oldPods:pod antiguo|pods antiguos} y {newPods} {newPods:nuevo que no llega a estar listo|nuevos que no llegan a estar listos}.',
    en: '{at} s: the update stops half-way, with {oldPods} old {oldPods:pod|pods} and {newPods} new that never {newPods:becomes|become} ready.',
  },
  allowed: {
    es: '`{who}` puede hacer `{verb}` en `{resource}`: se lo da el rol `{role}` a través de `{binding}`.',
    en: '`{who}` may `{verb}` `{resource}`: role `{role}` grants it through `{binding}`.',
  },
  notGranted: {
    es: '`{binding}` da a `{who}` el rol `{role}`, que no incluye `{verb}` en `{resource}`.',
    en: '`{binding}` gives `{who}` the role `{role}`, which does not include `{verb}` on `{resource}`.',
  },
  roleMissing: {
    es: '`{binding}` se refiere al rol `{role}`, que no existe: no da ningún permiso.',
    en: '`{binding}` refers to the role `{role}`, which does not exist: it grants nothing.',
  },
  denied: {
    es: 'Ningún rol da a `{who}` permiso para `{verb}` en `{resource}`.',
    en: 'No role grants `{who}` the right to `{verb}` `{resource}`.',
  },
  nodeAdded: {
    es: 'El grupo `{group}` crece con el nodo `{node}`, para {n:el pod pendiente|los pods pendientes} {pods}.',
    en: 'Group `{group}` grows by node `{node}`, for the pending {n:pod|pods} {pods}.',
  },
  nodeNoHelp: {
    es: 'Ningún grupo de nodos puede crecer con una máquina que admita el pod `{pod}`: sigue pendiente.',
    en: 'No node group can grow by a machine that takes pod `{pod}`: it stays pending.',
  },
  nodeRemoved: {
    es: 'Los pods del nodo `{node}` piden menos de la mitad y caben en otros: el nodo se retira.',
    en: 'The pods of node `{node}` request less than half of it and fit elsewhere: the node is removed.',
  },
  nodeKeptMinimum: {
    es: 'El nodo `{node}` se queda: su grupo está en el mínimo.',
    en: 'Node `{node}` stays: its group is at its minimum.',
  },
  nodeKeptNoRoom: {
    es: 'El nodo `{node}` se queda: el pod `{pod}` no cabe en ningún otro.',
    en: 'Node `{node}` stays: pod `{pod}` fits on no other.',
  },
  nodeKeptBudget: {
    es: 'El nodo `{node}` se queda: el PodDisruptionBudget `{budget}` no deja mover el pod `{pod}`.',
    en: 'Node `{node}` stays: the PodDisruptionBudget `{budget}` does not let pod `{pod}` move.',
  },
  nodeKeptBare: {
    es: 'El nodo `{node}` se queda: nadie repondría el pod suelto `{pod}`.',
    en: 'Node `{node}` stays: nobody would replace the bare pod `{pod}`.',
  },
  nodeKeptStorage: {
    es: 'El nodo `{node}` se queda: el pod `{pod}` guarda datos en él.',
    en: 'Node `{node}` stays: pod `{pod}` keeps data on it.',
  },
  nodeKeptUnsafe: {
    es: 'El nodo `{node}` se queda: el pod `{pod}` dice que no se le desaloje.',
    en: 'Node `{node}` stays: pod `{pod}` says it must not be evicted.',
  },
  sourceUnknown: {
    es: 'En el clúster no hay ningún pod de `{source}` que pueda abrir la conexión.',
    en: 'The cluster has no pod of `{source}` that could open the connection.',
  },
  badUrl: {
    es: '`{url}` no es una URL absoluta con un host.',
    en: '`{url}` is not an absolute URL with a host.',
  },
  hostUnknown: {
    es: 'El DNS del clúster no conoce `{host}` desde el espacio de nombres `{namespace}`.',
    en: 'The DNS of the cluster does not know `{host}` seen from namespace `{namespace}`.',
  },
  hostOutside: {
    es: '`{host}` está fuera del clúster: se da por hecho que responde.',
    en: '`{host}` is outside the cluster: it is taken to answer.',
  },
  notReachable: {
    es: 'Desde fuera del clúster no se llega a `{host}`: es una dirección interna.',
    en: '`{host}` cannot be reached from outside the cluster: it is an internal address.',
  },
  serviceFound: {
    es: '`{host}` es el Service `{service}` del espacio de nombres `{namespace}`.',
    en: '`{host}` is the Service `{service}` of namespace `{namespace}`.',
  },
  podFound: { es: '`{host}` es el pod `{pod}`.', en: '`{host}` is the pod `{pod}`.' },
  nodePortFound: {
    es: 'El puerto {port} de cada nodo es el `nodePort` del Service `{service}`.',
    en: 'Port {port} of every node is the `nodePort` of Service `{service}`.',
  },
  nodePortMissing: {
    es: 'Ningún Service publica el puerto {port} en los nodos.',
    en: 'No Service publishes port {port} on the nodes.',
  },
  portMissing: {
    es: 'El Service `{service}` no tiene el puerto {port}; tiene {ports}.',
    en: 'Service `{service}` has no port {port}; it has {ports}.',
  },
  endpoints: {
    es: 'El puerto {port} del Service `{service}` lleva a {n} {n:pod|pods}: {addresses}.',
    en: 'Port {port} of Service `{service}` leads to {n} {n:pod|pods}: {addresses}.',
  },
  noPodSelected: {
    es: 'Ningún pod del espacio de nombres `{namespace}` tiene las etiquetas del selector de `{service}`: {labels}.',
    en: 'No pod of namespace `{namespace}` has the labels of the selector of `{service}`: {labels}.',
  },
  noPodReady: {
    es: 'El selector de `{service}` elige {n} {n:pod, pero no está listo|pods, pero ninguno está listo}.',
    en: 'The selector of `{service}` picks {n} {n:pod, but it is not ready|pods, but none is ready}.',
  },
  noPortNamed: {
    es: 'El `targetPort` `{target}` de `{service}` no es el nombre de ningún puerto de sus pods.',
    en: 'The `targetPort` `{target}` of `{service}` is the name of no port of its pods.',
  },
  noSelector: {
    es: 'El Service `{service}` no tiene selector, ni hay ningún EndpointSlice suyo para el puerto {port}.',
    en: 'Service `{service}` has no selector, and there is no EndpointSlice of its own for port {port}.',
  },
  nobodyListens: {
    es: 'En el pod `{pod}` nadie escucha en el puerto {port}: conexión rechazada. Escucha en {listens}.',
    en: 'In pod `{pod}` nobody listens on port {port}: connection refused. It listens on {listens}.',
  },
  notRunning: {
    es: 'El pod `{pod}` no está en marcha: nadie responde en el puerto {port}.',
    en: 'Pod `{pod}` is not running: nobody answers on port {port}.',
  },
  answered: {
    es: 'El pod `{pod}` responde {status} en el puerto {port}.',
    en: 'Pod `{pod}` answers {status} on port {port}.',
  },
  connected: {
    es: 'El pod `{pod}` acepta la conexión en el puerto {port}.',
    en: 'Pod `{pod}` accepts the connection on port {port}.',
  },
  sticky: {
    es: 'Con `sessionAffinity: ClientIP`, este cliente va siempre al mismo pod: `{pod}`.',
    en: 'With `sessionAffinity: ClientIP` this client always goes to the same pod: `{pod}`.',
  },
  policyAllows: {
    es: 'La regla {rule} de `{direction}` de la NetworkPolicy `{policy}` admite la conexión de `{from}` a `{to}` en el puerto {port}.',
    en: '`{direction}` rule {rule} of NetworkPolicy `{policy}` admits the connection from `{from}` to `{to}` on port {port}.',
  },
  ingressDenied: {
    es: '{n:La NetworkPolicy|Las NetworkPolicy} {policies} {n:aísla|aíslan} la entrada de `{to}`, y ninguna regla admite a `{from}` en el puerto {port}: la conexión agota su tiempo de espera.',
    en: 'NetworkPolicy {policies} {n:isolates|isolate} `{to}` for ingress, and no rule admits `{from}` on port {port}: the connection times out.',
  },
  egressDenied: {
    es: '{n:La NetworkPolicy|Las NetworkPolicy} {policies} {n:aísla|aíslan} la salida de `{from}`, y ninguna regla admite ir a `{to}` por el puerto {port}: la conexión agota su tiempo de espera.',
    en: 'NetworkPolicy {policies} {n:isolates|isolate} `{from}` for egress, and no rule admits going to `{to}` on port {port}: the connection times out.',
  },
  dnsDenied: {
    es: '`{from}` no puede preguntar por `{host}`: {n:la NetworkPolicy|las NetworkPolicy} {policies} {n:cierra|cierran} su salida y no {n:deja|dejan} pasar el DNS (UDP 53).',
    en: '`{from}` cannot ask for `{host}`: NetworkPolicy {policies} {n:closes|close} its egress and {n:does|do} not let DNS (UDP 53) through.',
  },
  ready: { es: 'El pod está listo en {ip}.', en: 'The pod is ready at {ip}.' },
});
