import { hopMessages } from '../../../core/trace.ts';

/**
 * What becomes of the containers of a job, with what Hadoop writes about it.
 * @see DockerLinuxContainerRuntime, DelegatingLinuxContainerRuntime, LinuxContainerExecutor and ContainerManagerImpl of
 * hadoop-yarn-server-nodemanager 3.4.1, and main.c, container-executor.c and docker-util.c of container-executor
 */
export const hops = hopMessages('yarn', {
  localJob: {
    es: 'Sin `mapreduce.framework.name` con el valor `yarn`, el trabajo se ejecuta entero en el proceso de quien lo envía y no llega a YARN.',
    en: 'Without `mapreduce.framework.name` set to `yarn` the job runs in the process of whoever submits it, and never gets to YARN.',
  },
  started: {
    es: 'Los NodeManager arrancan con LinuxContainerExecutor, que puede usar Docker.',
    en: 'The NodeManagers start with LinuxContainerExecutor, which can use Docker.',
  },
  plain: {
    es: 'Los NodeManager arrancan con DefaultContainerExecutor, que no sabe nada de Docker.',
    en: 'The NodeManagers start with DefaultContainerExecutor, which knows nothing of Docker.',
  },
  unknownExecutor: {
    es: 'El NodeManager no arranca: no existe ninguna clase `{name}` (`ClassNotFoundException`). El nombre va completo, con su paquete.',
    en: 'The NodeManager does not start: there is no class `{name}` (`ClassNotFoundException`). The name is written in full, with its package.',
  },
  noGroup: {
    es: "El NodeManager no arranca. `container-executor` dice «Can't get configured value for {name}.»: falta en `container-executor.cfg`, antes de cualquier sección.",
    en: 'The NodeManager does not start. `container-executor` says "Can\'t get configured value for {name}.": it is missing from `container-executor.cfg`, before any section.',
  },
  unknownGroup: {
    es: "El NodeManager no arranca. `container-executor` dice «Can't get group information for {group}»: el grupo no existe en la máquina.",
    en: 'The NodeManager does not start. `container-executor` says "Can\'t get group information for {group}": the machine has no such group.',
  },
  otherGroup: {
    es: 'El NodeManager no arranca («Linux container executor not configured properly (error=22)»): el binario `container-executor` es del grupo `{owner}` y la configuración dice `{group}`.',
    en: 'The NodeManager does not start ("Linux container executor not configured properly (error=22)"): the binary `container-executor` belongs to the group `{owner}`, and the settings say `{group}`.',
  },
  defaultNetwork: {
    es: 'El NodeManager no arranca: «Default network: {network} is not in the set of allowed networks». Se permiten {allowed}.',
    en: 'The NodeManager does not start: "Default network: {network} is not in the set of allowed networks". Allowed are {allowed}.',
  },
  noShuffle: {
    es: '«The auxService:mapreduce_shuffle does not exist»: falta en `{name}`, y sin él nadie sirve la salida de los map.',
    en: '"The auxService:mapreduce_shuffle does not exist": it is missing from `{name}`, and without it nobody serves the output of the maps.',
  },
  unknownUser: {
    es: '«User {user} not found»: el contenedor se lanzaría como `{user}`, que no existe en la máquina.',
    en: '"User {user} not found": the container would be launched as `{user}`, whom the machine does not have.',
  },
  systemUser: {
    es: '«Requested user {user} is not whitelisted and has id {uid}, which is below the minimum allowed {lowest}».',
    en: '"Requested user {user} is not whitelisted and has id {uid}, which is below the minimum allowed {lowest}".',
  },
  bannedUser: {
    es: '«Requested user {user} is banned».',
    en: '"Requested user {user} is banned".',
  },
  runtime: {
    es: '«Requested runtime not allowed.»: se pide `{runtime}` y el NodeManager permite {allowed}.',
    en: '"Requested runtime not allowed.": `{runtime}` is asked for, and the NodeManager allows {allowed}.',
  },
  otherRuntime: {
    es: 'De `{runtime}` no se sabe aquí qué haría: solo se conocen `default` y `docker`.',
    en: 'What `{runtime}` would do is not known here: only `default` and `docker` are.',
  },
  notObeyed: {
    es: 'El contenedor ({kind}) pide Docker y nadie le hace caso: se ejecuta como un proceso de la máquina, sin ningún error.',
    en: 'The container ({kind}) asks for Docker and nobody listens: it runs as a process of the machine, without any error.',
  },
  onHost: {
    es: 'El contenedor ({kind}) se ejecuta como un proceso de la máquina: su entorno no pide Docker.',
    en: 'The container ({kind}) runs as a process of the machine: its environment does not ask for Docker.',
  },
  networkOfSite: {
    es: "«Disallowed network: '{network}' specified.»: `yarn-site.xml` permite {allowed}.",
    en: '"Disallowed network: \'{network}\' specified.": `yarn-site.xml` allows {allowed}.',
  },
  noImage: {
    es: '«{variable} not set!»: el entorno del contenedor pide Docker y no dice qué imagen.',
    en: '"{variable} not set!": the environment of the container asks for Docker and does not say which image.',
  },
  imageName: {
    es: "«Image name '{image}' doesn't match docker image name pattern».",
    en: "\"Image name '{image}' doesn't match docker image name pattern\".",
  },
  lowUid: {
    es: '«uid: {uid} below threshold: {lowest}».',
    en: '"uid: {uid} below threshold: {lowest}".',
  },
  mountList: {
    es: '«Unable to parse user supplied mount list: {mounts}».',
    en: '"Unable to parse user supplied mount list: {mounts}".',
  },
  privilegedOfSite: {
    es: '«Privileged container being requested but privileged containers are not enabled on this cluster».',
    en: '"Privileged container being requested but privileged containers are not enabled on this cluster".',
  },
  privilegedUser: {
    es: '«Cannot launch privileged container. Submitting user ({user}) fails ACL check.».',
    en: '"Cannot launch privileged container. Submitting user ({user}) fails ACL check.".',
  },
  privilegedOfExecutor: {
    es: '`container-executor` dice «Privileged containers are disabled».',
    en: '`container-executor` says "Privileged containers are disabled".',
  },
  disabled: {
    es: '`container-executor` dice «Feature disabled: docker»: su sección `[docker]` no tiene `{name}=true`.',
    en: '`container-executor` says "Feature disabled: docker": its section `[docker]` lacks `{name}=true`.',
  },
  networkOfExecutor: {
    es: "`container-executor` dice «Invalid param '{network}' requested» y «Could not find requested network in allowed networks»: en `docker.allowed.networks` hay [{allowed}].",
    en: '`container-executor` says "Invalid param \'{network}\' requested" and "Could not find requested network in allowed networks": `docker.allowed.networks` holds [{allowed}].',
  },
  permittedMount: {
    es: '`container-executor` dice «Unable to find permitted docker mounts on disk»: `{mount}` no existe en la máquina.',
    en: '`container-executor` says "Unable to find permitted docker mounts on disk": the machine has no `{mount}`.',
  },
  mountRefused: {
    es: "`container-executor` dice «Configuration does not allow docker mount '{mount}'»: ninguna ruta de `{list}` lo contiene.",
    en: '`container-executor` says "Configuration does not allow docker mount \'{mount}\'": no path of `{list}` contains it.',
  },
  mountAbove: {
    es: "`container-executor` dice «Attempting to mount a parent directory '{mount}' of container-executor.cfg as read-write».",
    en: '`container-executor` says "Attempting to mount a parent directory \'{mount}\' of container-executor.cfg as read-write".',
  },
  noCapabilities: {
    es: "`container-executor` dice «Invalid param '{capability}' requested, permitted values list is empty» y «Invalid docker capability requested»: YARN pide las de `yarn-site.xml` y `docker.allowed.capabilities` no permite ninguna.",
    en: '`container-executor` says "Invalid param \'{capability}\' requested, permitted values list is empty" and "Invalid docker capability requested": YARN asks for those of `yarn-site.xml`, and `docker.allowed.capabilities` allows none.',
  },
  capability: {
    es: "`container-executor` dice «Invalid param '{capability}' requested» y «Invalid docker capability requested»: falta en `docker.allowed.capabilities`.",
    en: '`container-executor` says "Invalid param \'{capability}\' requested" and "Invalid docker capability requested": it is missing from `docker.allowed.capabilities`.',
  },
  imageUnknown: {
    es: "Docker dice «Unable to find image '{image}' locally», y ningún registro la tiene.",
    en: 'Docker says "Unable to find image \'{image}\' locally", and no registry has it.',
  },
  untrusted: {
    es: '`container-executor` dice «image: {image} is not trusted.» y «Disable mount volume for untrusted image»: el contenedor arranca sin los directorios de YARN y no encuentra `launch_container.sh` (código 127).',
    en: '`container-executor` says "image: {image} is not trusted." and "Disable mount volume for untrusted image": the container starts without the directories of YARN and does not find `launch_container.sh` (exit code 127).',
  },
  uidUnknown: {
    es: 'Docker ejecuta el contenedor con el uid {uid}, el de `{user}` en la máquina, y en `{image}` no hay nadie con ese uid: Hadoop no sabe quién es («LoginException: invalid null input: name»).',
    en: 'Docker runs the container with the uid {uid}, that of `{user}` on the machine, and in `{image}` nobody has that uid: Hadoop does not know who it is ("LoginException: invalid null input: name").',
  },
  nameUnknown: {
    es: 'Docker dice «unable to find user {user}: no matching entries in passwd file»: en `{image}` no hay nadie con ese nombre.',
    en: 'Docker says "unable to find user {user}: no matching entries in passwd file": in `{image}` nobody has that name.',
  },
  noJava: {
    es: 'El guion de arranque llama a `$JAVA_HOME/bin/java` y en `{image}` no hay Java («No such file or directory», código 127).',
    en: 'The launch script calls `$JAVA_HOME/bin/java`, and `{image}` holds no Java ("No such file or directory", exit code 127).',
  },
  noHadoop: {
    es: '«Could not find or load main class {main}»: en `{image}` no están las bibliotecas de Hadoop.',
    en: '"Could not find or load main class {main}": `{image}` does not hold the libraries of Hadoop.',
  },
  otherHadoop: {
    es: '`{image}` lleva Hadoop {version} y el clúster es {cluster}: no se entienden entre ellos.',
    en: '`{image}` holds Hadoop {version} and the cluster is {cluster}: they do not understand each other.',
  },
  launched: {
    es: 'El contenedor ({kind}) se ejecuta en Docker, en `{image}`, como `{user}`.',
    en: 'The container ({kind}) runs in Docker, in `{image}`, as `{user}`.',
  },
});
