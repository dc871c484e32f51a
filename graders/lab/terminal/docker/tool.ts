import type { Desk } from '../desk/desk.ts';
import { imageNames } from '../desk/images.ts';
import { loadBuilt } from '../desk/load.ts';
import { absent, silent } from '../tool/declare.ts';
import type { Command, Flag, Tool } from '../tool/tool.ts';
import { loadImages, saveImages } from './archive.ts';
import { buildImage } from './build.ts';
import { commit } from './commit.ts';
import { composeCommand } from './compose/command.ts';
import * as containers from './containers.ts';
import { copy, diff } from './cp.ts';
import { asOf } from './engine.ts';
import * as images from './images.ts';
import { inspect } from './inspect.ts';
import * as processes from './processes.ts';
import { refuses } from './refuse.ts';
import { createContainer, runContainer } from './run.ts';
import * as stores from './stores.ts';
import { dockerVersion, info, login, version } from './system.ts';

const containerNames = ({ docker }: Desk) => docker.containers.map(({ name }) => name);
const volumeNames = ({ docker }: Desk) => docker.volumes.map(({ name }) => name);
const networkNames = ({ docker }: Desk) => docker.networks.map(({ name }) => name);

const format: Flag = { name: 'format', short: 'f', value: 'text', fidelity: 'partial' };
const longFormat: Flag = { name: 'format', value: 'text', fidelity: 'partial' };
const quiet: Flag = { name: 'quiet', short: 'q' };
const noTrunc: Flag = { name: 'no-trunc' };
const filter: Flag = { name: 'filter', short: 'f', value: 'text', fidelity: 'partial' };
const force: Flag = { name: 'force', short: 'f' };
const all: Flag = { name: 'all', short: 'a' };

/** @see https://github.com/docker/cli/blob/v28.5.2/cli/command/container/opts.go */
const creating: readonly Flag[] = [
  { name: 'env', short: 'e', value: 'text', says: { es: 'Una variable: NOMBRE=valor', en: 'A variable: NAME=value' } },
  { name: 'env-file', value: 'text' },
  { name: 'entrypoint', value: 'text' },
  { name: 'interactive', short: 'i' },
  { name: 'tty', short: 't' },
  { name: 'label', short: 'l', value: 'text' },
  { name: 'name', value: 'text', says: { es: 'El nombre del contenedor', en: 'The name of the container' } },
  { name: 'network', value: 'text', offers: networkNames },
  { name: 'net', value: 'text', offers: networkNames },
  { name: 'network-alias', value: 'text' },
  { name: 'hostname', short: 'h', value: 'text' },
  {
    name: 'publish',
    short: 'p',
    value: 'text',
    says: { es: 'Un puerto: MÁQUINA:CONTENEDOR', en: 'A port: HOST:CONTAINER' },
  },
  { name: 'publish-all', short: 'P' },
  { name: 'pull', value: 'text', offers: ['always', 'missing', 'never'] },
  quiet,
  { name: 'rm', says: { es: 'Lo borra cuando termina', en: 'Removes it when it ends' } },
  { name: 'user', short: 'u', value: 'text' },
  { name: 'volume', short: 'v', value: 'text', offers: volumeNames, fidelity: 'partial' },
  { name: 'mount', value: 'text', fidelity: 'partial' },
  { name: 'workdir', short: 'w', value: 'text' },
  ...silent(
    'restart= memory|m= cpus= cpu-shares|c= init platform= read-only cap-add= cap-drop= security-opt= log-driver= log-opt= pids-limit= stop-signal= stop-timeout= shm-size= ulimit= add-host= expose= attach|a= sig-proxy detach-keys= memory-swap= memory-reservation= tmpfs= health-cmd= health-interval= health-retries= health-timeout= health-start-period= no-healthcheck annotation= dns= group-add= ip= domainname= label-file= cidfile=',
  ),
];
const creatingBeyond =
  'link= gpus= device= privileged pid= ipc= uts= userns= cgroupns= runtime= volumes-from= volume-driver= sysctl= blkio-weight= cpu-period= cpu-quota= cpuset-cpus= cpuset-mems= oom-kill-disable oom-score-adj= isolation= mac-address= ip6= dns-option= dns-search= kernel-memory= storage-opt= use-api-socket cgroup-parent= device-cgroup-rule= device-read-bps= device-write-bps= link-local-ip= memory-swappiness='.split(
    ' ',
  );

const run: Command = {
  name: 'run',
  says: {
    es: 'Crea un contenedor a partir de una imagen y lo arranca',
    en: 'Makes a container from an image and starts it',
  },
  takes: 'IMAGE [COMMAND] [ARG...]',
  flags: [
    { name: 'detach', short: 'd', says: { es: 'Lo deja en segundo plano', en: 'Leaves it in the background' } },
    ...creating,
  ],
  beyond: creatingBeyond,
  stopsAtOperand: true,
  offers: imageNames,
  run: runContainer,
};
const create: Command = {
  ...run,
  name: 'create',
  says: { es: 'Crea un contenedor sin arrancarlo', en: 'Makes a container without starting it' },
  flags: creating,
  run: createContainer,
};
const named = (
  name: string,
  es: string,
  en: string,
  flags: readonly Flag[],
  does: Command['run'],
  more: Partial<Command> = {},
): Command => ({
  name,
  says: { es, en },
  takes: 'CONTAINER [CONTAINER...]',
  flags,
  offers: containerNames,
  ...(does && { run: does }),
  ...more,
});
const start = named(
  'start',
  'Arranca contenedores que están parados',
  'Starts containers that are stopped',
  silent('attach|a interactive|i detach-keys='),
  containers.startContainers,
);
const stop = named(
  'stop',
  'Para contenedores: SIGTERM, y SIGKILL si no basta',
  'Stops containers: SIGTERM, and SIGKILL where it is not enough',
  [{ name: 'timeout', short: 't', value: 'number' }, { name: 'time', value: 'number' }, ...silent('signal|s=')],
  containers.stopContainers,
);
const restart = named(
  'restart',
  'Para y arranca contenedores',
  'Stops and starts containers',
  [
    { name: 'timeout', short: 't', value: 'number', fidelity: 'partial' },
    { name: 'time', value: 'number', fidelity: 'partial' },
    ...silent('signal|s='),
  ],
  containers.restartContainers,
);
const kill = named(
  'kill',
  'Termina contenedores de golpe',
  'Ends containers at once',
  [{ name: 'signal', short: 's', value: 'text' }],
  containers.killContainers,
);
const pause = named(
  'pause',
  'Detiene los procesos de contenedores',
  'Holds the processes of containers',
  [],
  containers.pauseContainers('paused'),
);
const unpause = named(
  'unpause',
  'Deja seguir los procesos de contenedores',
  'Lets the processes of containers go on',
  [],
  containers.pauseContainers('running'),
);
const remove = named(
  'rm',
  'Borra contenedores',
  'Removes containers',
  [force, { name: 'volumes', short: 'v' }],
  containers.removeContainers,
);
const wait = named(
  'wait',
  'Espera a que terminen y dice con qué código',
  'Waits until they end and tells the code',
  [],
  containers.waitContainers,
);
const rename = named(
  'rename',
  'Cambia el nombre de un contenedor',
  'Renames a container',
  [],
  containers.renameContainer,
  { takes: 'CONTAINER NEW_NAME' },
);
const logs = named(
  'logs',
  'Lo que ha escrito un contenedor',
  'What a container has written',
  [
    { name: 'follow', short: 'f' },
    { name: 'tail', short: 'n', value: 'text' },
    { name: 'timestamps', short: 't' },
    ...silent('since= until= details'),
  ],
  containers.logs,
  {
    takes: 'CONTAINER',
    differs: {
      es: 'De un programa que el laboratorio no ejecuta no sabe lo que escribe, y lo dice',
      en: 'Of a program that the lab does not run it does not know what it writes, and says so',
    },
  },
);
const exec: Command = {
  name: 'exec',
  says: { es: 'Ejecuta una orden dentro de un contenedor en marcha', en: 'Runs a command inside a running container' },
  takes: 'CONTAINER COMMAND [ARG...]',
  flags: [
    { name: 'env', short: 'e', value: 'text' },
    { name: 'interactive', short: 'i' },
    { name: 'tty', short: 't' },
    { name: 'user', short: 'u', value: 'text' },
    { name: 'workdir', short: 'w', value: 'text' },
    ...silent('detach|d detach-keys= privileged'),
  ],
  beyond: ['env-file='],
  stopsAtOperand: true,
  offers: containerNames,
  fidelity: 'partial',
  differs: {
    es: 'Con `-it` y un shell, las líneas siguientes se ejecutan dentro hasta `exit`',
    en: 'With `-it` and a shell the following lines run inside until `exit`',
  },
  run: containers.exec,
};
const port = named(
  'port',
  'Los puertos publicados de un contenedor',
  'The published ports of a container',
  [],
  containers.port,
  { takes: 'CONTAINER [PRIVATE_PORT[/PROTO]]' },
);
const cp: Command = {
  name: 'cp',
  says: {
    es: 'Copia ficheros entre un contenedor y esta máquina',
    en: 'Copies files between a container and this machine',
  },
  takes: 'CONTAINER:SRC_PATH DEST_PATH|-',
  flags: [{ name: 'quiet', short: 'q' }, ...silent('archive|a follow-link|L')],
  offers: containerNames,
  fidelity: 'partial',
  differs: {
    es: 'Solo ficheros cuyo contenido conoce el laboratorio',
    en: 'Only files whose content the lab knows',
  },
  run: copy,
};
const commits: Command = {
  name: 'commit',
  says: { es: 'Hace una imagen de un contenedor', en: 'Makes an image of a container' },
  takes: 'CONTAINER [REPOSITORY[:TAG]]',
  flags: silent('author|a= message|m= pause|p'),
  beyond: ['change|c='],
  offers: containerNames,
  run: commit,
};
const diffs = named(
  'diff',
  'Lo que un contenedor ha cambiado en sus ficheros',
  'What a container has changed in its files',
  [],
  diff,
  {
    takes: 'CONTAINER',
    fidelity: 'partial',
    differs: {
      es: 'Sin lo que cambian programas que el laboratorio no ejecuta',
      en: 'Without what programs change that the lab does not run',
    },
  },
);
const top = named('top', 'Los procesos de un contenedor', 'The processes of a container', [], processes.top, {
  takes: 'CONTAINER [ps OPTIONS]',
  stopsAtOperand: true,
  fidelity: 'partial',
  differs: { es: 'Solo el primer proceso', en: 'Only the first process' },
});
const stats = named(
  'stats',
  'Los recursos que usan los contenedores',
  'The resources that containers use',
  [all, { name: 'no-stream' }, ...silent('no-trunc')],
  processes.stats,
  {
    takes: '[CONTAINER...]',
    beyond: ['format='],
    fidelity: 'partial',
    differs: { es: 'Sin cifras: pone `--`', en: 'Without figures: it puts `--`' },
  },
);
const attach = named(
  'attach',
  'Se une al proceso de un contenedor',
  'Joins the process of a container',
  silent('detach-keys= no-stdin sig-proxy'),
  processes.attach,
  {
    takes: 'CONTAINER',
    fidelity: 'partial',
    differs: {
      es: 'No muestra lo que el proceso escriba después',
      en: 'It does not show what the process writes afterwards',
    },
  },
);
const update = named(
  'update',
  'Cambia los límites de contenedores',
  'Changes the limits of containers',
  [
    { name: 'restart', value: 'text' },
    ...silent('memory|m= cpus= cpu-shares|c= memory-swap= memory-reservation= pids-limit='),
  ],
  containers.updateContainers,
  { beyond: ['blkio-weight=', 'cpu-period=', 'cpu-quota=', 'cpuset-cpus=', 'cpuset-mems='] },
);
const ps: Command = {
  name: 'ps',
  says: { es: 'Lista los contenedores', en: 'Lists the containers' },
  flags: [
    all,
    quiet,
    noTrunc,
    longFormat,
    filter,
    { name: 'last', short: 'n', value: 'number' },
    { name: 'latest', short: 'l' },
    { name: 'size', short: 's', fidelity: 'partial' },
  ],
  run: containers.listContainers,
};
const prune = (says: Command['says'], does: Command['run'], flags: readonly Flag[] = []): Command => ({
  name: 'prune',
  says,
  flags: [force, ...flags],
  beyond: ['filter='],
  differs: { es: 'No pregunta: responde que sí', en: 'It does not ask: it answers yes' },
  ...(does && { run: does }),
});

const build: Command = {
  name: 'build',
  aliases: ['b'],
  says: { es: 'Construye una imagen a partir de un Dockerfile', en: 'Builds an image from a Dockerfile' },
  takes: 'PATH | URL | -',
  flags: [
    {
      name: 'tag',
      short: 't',
      value: 'text',
      says: { es: 'Nombre y etiqueta de la imagen', en: 'Name and tag of the image' },
    },
    { name: 'file', short: 'f', value: 'text' },
    { name: 'build-arg', value: 'text' },
    { name: 'target', value: 'text' },
    { name: 'no-cache' },
    {
      name: 'check',
      says: {
        es: 'Avisa de lo que conviene cambiar, y no construye nada',
        en: 'Warns about what had better be changed, and builds nothing',
      },
    },
    quiet,
    ...silent(
      'progress= pull load rm force-rm label= platform= provenance= sbom= network= memory|m= shm-size= cache-from= cache-to= builder=',
    ),
  ],
  beyond:
    'output|o= push secret= ssh= build-context= add-host= allow= annotation= attest= call= cgroup-parent= debug iidfile= metadata-file= no-cache-filter= ulimit='.split(
      ' ',
    ),
  differs: { es: 'El contexto es una carpeta del proyecto', en: 'The context is a folder of the project' },
  run: (call) => {
    const built = buildImage(call);
    return { ...built, desk: loadBuilt(call.desk, built.desk, call.env) };
  },
};
const pull: Command = {
  name: 'pull',
  says: { es: 'Descarga una imagen', en: 'Downloads an image' },
  takes: 'NAME[:TAG|@DIGEST]',
  flags: [quiet, ...silent('platform= disable-content-trust')],
  beyond: ['all-tags'],
  run: images.pullImage,
};
const push: Command = {
  name: 'push',
  says: { es: 'Sube una imagen a un registro', en: 'Uploads an image to a registry' },
  takes: 'NAME[:TAG]',
  flags: [quiet, ...silent('disable-content-trust platform=')],
  beyond: ['all-tags'],
  offers: imageNames,
  fidelity: 'partial',
  differs: { es: 'Supone que se ha iniciado sesión', en: 'It takes one to be logged in' },
  run: images.pushImage,
};
const tag: Command = {
  name: 'tag',
  says: { es: 'Da otro nombre a una imagen', en: 'Gives an image another name' },
  takes: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  offers: imageNames,
  run: images.tagImage,
};
const listImages: Command = {
  name: 'images',
  says: { es: 'Lista las imágenes', en: 'Lists the images' },
  takes: '[REPOSITORY[:TAG]]',
  flags: [quiet, noTrunc, longFormat, filter, ...silent('all|a digests')],
  beyond: ['tree'],
  offers: imageNames,
  differs: {
    es: 'La tabla de Docker 28; la 29 la dibuja de otra forma',
    en: 'The table of Docker 28; 29 draws it another way',
  },
  run: images.listImages,
};
const removeImage: Command = {
  name: 'rmi',
  says: { es: 'Borra imágenes', en: 'Removes images' },
  takes: 'IMAGE [IMAGE...]',
  flags: [force, ...silent('no-prune platform=')],
  offers: imageNames,
  run: images.removeImages,
};
const history: Command = {
  name: 'history',
  says: { es: 'Las capas de una imagen', en: 'The layers of an image' },
  takes: 'IMAGE',
  flags: [noTrunc, { name: 'quiet', short: 'q' }, ...silent('human|H platform=')],
  beyond: ['format='],
  offers: imageNames,
  fidelity: 'partial',
  differs: { es: 'Las capas de la imagen base son una', en: 'The layers of the base image are one' },
  run: images.history,
};
const save: Command = {
  name: 'save',
  says: { es: 'Guarda imágenes en un fichero', en: 'Saves images in a file' },
  takes: 'IMAGE [IMAGE...]',
  flags: [{ name: 'output', short: 'o', value: 'text' }, ...silent('platform=')],
  offers: imageNames,
  fidelity: 'partial',
  differs: {
    es: 'El fichero dice qué imágenes son, sin sus capas: sirve para `docker load`, `kind load image-archive` y `minikube image load`',
    en: 'The file says which images they are, without their layers: it is good for `docker load`, `kind load image-archive` and `minikube image load`',
  },
  run: saveImages,
};
const load: Command = {
  name: 'load',
  says: { es: 'Trae las imágenes de un fichero', en: 'Brings the images of a file' },
  flags: [{ name: 'input', short: 'i', value: 'text' }, ...silent('quiet|q platform=')],
  run: loadImages,
};
const look = (kind?: 'container' | 'image' | 'volume' | 'network'): Command => ({
  name: 'inspect',
  says: { es: 'Todo lo que Docker sabe, en JSON', en: 'All that Docker knows, in JSON' },
  takes: 'NAME|ID [NAME|ID...]',
  flags: [format, ...(kind === undefined ? [{ name: 'type', value: 'text' as const }] : []), ...silent('size|s')],
  fidelity: 'partial',
  offers: (desk) =>
    kind === 'image'
      ? imageNames(desk)
      : kind === 'volume'
        ? volumeNames(desk)
        : kind === 'network'
          ? networkNames(desk)
          : [...containerNames(desk), ...(kind ? [] : imageNames(desk))],
  run: inspect(kind),
});
const group = (name: string, es: string, en: string, commands: readonly Command[]): Command => ({
  name,
  says: { es, en },
  commands,
});
const as = (command: Command, name: string, aliases: readonly string[] = []): Command => ({
  ...command,
  name,
  aliases,
});

const summary: Command = {
  name: 'info',
  says: { es: 'Un resumen del sistema', en: 'A summary of the system' },
  beyond: ['format='],
  fidelity: 'partial',
  run: info,
};

/** What stands both at the top and in `docker container`. */
const ofContainers: readonly Command[] = [
  run,
  create,
  start,
  stop,
  restart,
  kill,
  pause,
  unpause,
  remove,
  wait,
  rename,
  logs,
  exec,
  port,
  cp,
  commits,
  diffs,
  top,
  stats,
  attach,
  update,
];

/** Every command sees Docker as it is by now. */
function timely(command: Command): Command {
  const { run: does, commands } = command;
  return {
    ...command,
    ...(does && { run: (call) => does({ ...call, desk: asOf(call.desk) }) }),
    ...(commands && { commands: commands.map(timely) }),
  };
}

const basic: Tool = {
  version: dockerVersion,
  refuses,
  command: timely({
    name: 'docker',
    says: { es: 'Imágenes y contenedores', en: 'Images and containers' },
    commands: [
      ...ofContainers,
      ps,
      build,
      pull,
      push,
      tag,
      listImages,
      removeImage,
      history,
      save,
      load,
      look(),
      group('buildx', 'Construye imágenes con BuildKit', 'Builds images with BuildKit', [
        build,
        ...absent('bake create du imagetools inspect ls prune rm stop use version'),
      ]),
      group('builder', 'El constructor de imágenes', 'The builder of images', [build, ...absent('prune')]),
      group('container', 'Órdenes sobre contenedores', 'Commands on containers', [
        ...ofContainers,
        as(ps, 'ls', ['list', 'ps']),
        look('container'),
        prune(
          { es: 'Borra los contenedores parados', en: 'Removes the stopped containers' },
          containers.pruneContainers,
        ),
        ...absent('export'),
      ]),
      group('image', 'Órdenes sobre imágenes', 'Commands on images', [
        build,
        pull,
        push,
        tag,
        as(listImages, 'ls', ['list']),
        as(removeImage, 'rm', ['remove']),
        history,
        look('image'),
        prune({ es: 'Borra las imágenes que nadie usa', en: 'Removes the images nobody uses' }, images.pruneImages, [
          all,
        ]),
        save,
        load,
        ...absent('import'),
      ]),
      group('volume', 'Órdenes sobre volúmenes', 'Commands on volumes', [
        {
          name: 'ls',
          aliases: ['list'],
          says: { es: 'Lista los volúmenes', en: 'Lists the volumes' },
          flags: [quiet, longFormat],
          beyond: ['filter|f='],
          run: stores.listVolumes,
        },
        {
          name: 'create',
          says: { es: 'Crea un volumen', en: 'Makes a volume' },
          takes: '[VOLUME]',
          flags: silent('label= driver|d= opt|o='),
          run: stores.createVolume,
        },
        {
          name: 'rm',
          aliases: ['remove'],
          says: { es: 'Borra volúmenes', en: 'Removes volumes' },
          takes: 'VOLUME [VOLUME...]',
          flags: [force],
          offers: volumeNames,
          run: stores.removeVolumes,
        },
        look('volume'),
        prune({ es: 'Borra los volúmenes que nadie usa', en: 'Removes the volumes nobody uses' }, stores.pruneVolumes, [
          all,
        ]),
        ...absent('update'),
      ]),
      group('network', 'Órdenes sobre redes', 'Commands on networks', [
        {
          name: 'ls',
          aliases: ['list'],
          says: { es: 'Lista las redes', en: 'Lists the networks' },
          flags: [quiet, longFormat],
          beyond: ['filter|f=', 'no-trunc'],
          run: stores.listNetworks,
        },
        {
          name: 'create',
          says: { es: 'Crea una red', en: 'Makes a network' },
          takes: 'NETWORK',
          flags: silent('driver|d= label= subnet= gateway= internal attachable ipv6 opt|o='),
          run: stores.createNetwork,
        },
        {
          name: 'rm',
          aliases: ['remove'],
          says: { es: 'Borra redes', en: 'Removes networks' },
          takes: 'NETWORK [NETWORK...]',
          flags: [force],
          offers: networkNames,
          run: stores.removeNetworks,
        },
        {
          name: 'connect',
          says: { es: 'Une un contenedor a una red', en: 'Joins a container to a network' },
          takes: 'NETWORK CONTAINER',
          flags: silent('alias= ip='),
          run: stores.connectNetwork(true),
        },
        {
          name: 'disconnect',
          says: { es: 'Saca un contenedor de una red', en: 'Takes a container out of a network' },
          takes: 'NETWORK CONTAINER',
          flags: [force],
          run: stores.connectNetwork(false),
        },
        look('network'),
        prune({ es: 'Borra las redes que nadie usa', en: 'Removes the networks nobody uses' }, stores.pruneNetworks),
      ]),
      group('system', 'Órdenes sobre el sistema', 'Commands on the system', [
        prune({ es: 'Borra lo que nadie usa', en: 'Removes what nobody uses' }, stores.pruneSystem, [
          all,
          { name: 'volumes', fidelity: 'partial' },
        ]),
        summary,
        ...absent('df events'),
      ]),
      summary,
      {
        name: 'version',
        says: { es: 'Las versiones', en: 'The versions' },
        flags: [longFormat],
        fidelity: 'partial',
        run: version,
      },
      {
        name: 'login',
        says: { es: 'Inicia sesión en un registro', en: 'Logs in to a registry' },
        takes: '[SERVER]',
        flags: silent('username|u= password|p= password-stdin'),
        fidelity: 'partial',
        run: login,
      },
      {
        name: 'logout',
        says: { es: 'Cierra la sesión de un registro', en: 'Logs out of a registry' },
        takes: '[SERVER]',
        run: processes.logout,
      },
      ...absent('context events export import init manifest model plugin scout search stack swarm trust'),
    ],
  }),
};

const { command } = basic;
const tool: Tool = {
  ...basic,
  command: { ...command, commands: [...(command.commands ?? []), timely(composeCommand(basic))] },
};

export default tool;
