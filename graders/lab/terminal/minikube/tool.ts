import { openCluster } from '../../cluster/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { archivedIn } from '../desk/archive.ts';
import { addCluster, removeCluster, stateNow } from '../desk/clusters.ts';
import { type Desk, later, type NamedCluster, noted } from '../desk/desk.ts';
import { imageBy } from '../desk/images.ts';
import { activeDocker, loadArchive, loadInto } from '../desk/load.ts';
import { nodeObjects } from '../desk/nodes.ts';
import { fileAt } from '../desk/open.ts';
import { release } from '../kubectl/release.ts';
import { absent, silent } from '../tool/declare.ts';
import { type Call, type Flag, type Outcome, printed, refused, type Tool } from '../tool/tool.ts';
import { addonNames, dashboard, framed, listAddons, switchAddon } from './addons.ts';

const namespaceFlag: Flag = { name: 'namespace', short: 'n', value: 'text' };
const profile: Flag = { name: 'profile', short: 'p', value: 'text' };
const called = ({ flags }: Call): string => flags.text('profile') ?? 'minikube';
const clusterOf = (call: Call): NamedCluster | undefined =>
  call.desk.clusters.find(({ provider, name }) => provider === 'minikube' && name === called(call));

function start(call: Call): Outcome {
  const { desk, flags } = call;
  const name = called(call);
  const old = clusterOf(call);
  if (old) {
    const { stopped, ...running } = old;
    const clusters = desk.clusters.map((one) => (one.context === old.context ? running : one));
    const next = { ...later(desk, stopped ? 20 : 8), clusters, kube: { ...desk.kube, current: old.context } };
    const doing = stopped
      ? `🔄  Restarting existing docker container for "${name}" ...`
      : `🏃  Updating the running docker "${name}" container ...`;
    return {
      ...printed(
        next,
        `😄  minikube v1.37.0 on Debian 13\n✨  Using the docker driver based on existing profile\n👍  Starting "${name}" primary control-plane node in "${name}" cluster\n🚜  Pulling base image v0.0.48 ...\n${doing}\n🐳  Preparing Kubernetes ${release} on Docker 28.4.0 ...\n🔎  Verifying Kubernetes components...\n    ▪ Using image gcr.io/k8s-minikube/storage-provisioner:v5\n🌟  Enabled addons: storage-provisioner, default-storageclass\n🏄  Done! kubectl is now configured to use "${name}" cluster and "default" namespace by default\n`,
      ),
      seconds: 0,
    };
  }
  const count = Math.min(10, Math.max(1, Number(flags.text('nodes') ?? 1)));
  const nodes = Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? name : `${name}-m0${index + 1}`,
    controlPlane: index === 0,
    ip: `192.168.49.${2 + index}`,
  }));
  const now = later(desk, 45);
  // Its control plane takes pods, however many nodes there are.
  const live = openCluster(
    now.clock,
    nodes.flatMap((node) => nodeObjects([node])),
  );
  const made = addCluster(now, { name, provider: 'minikube', context: name, live });
  const told = `😄  minikube v1.37.0 on Debian 13\n✨  Automatically selected the docker driver\n📌  Using Docker driver with root privileges\n👍  Starting "${name}" primary control-plane node in "${name}" cluster\n🚜  Pulling base image v0.0.48 ...\n🔥  Creating docker container (CPUs=2, Memory=3072MB) ...\n🐳  Preparing Kubernetes ${release} on Docker 28.4.0 ...\n🔗  Configuring bridge CNI (Container Networking Interface) ...\n🔎  Verifying Kubernetes components...\n    ▪ Using image gcr.io/k8s-minikube/storage-provisioner:v5\n🌟  Enabled addons: storage-provisioner, default-storageclass\n🏄  Done! kubectl is now configured to use "${name}" cluster and "default" namespace by default\n`;
  return {
    desk: noted(made, 'cluster.created', { name, provider: 'minikube' }),
    stdout: told,
    stderr: '',
    exit: 0,
    seconds: 0,
  };
}

const missing = (desk: Desk, name: string, exit = 85): Outcome =>
  refused(
    desk,
    `🤷  Profile "${name}" not found. Run "minikube profile list" to view all profiles.\n👉  To start a cluster, run: "minikube start${name === 'minikube' ? '' : ` -p ${name}`}"\n`,
    exit,
  );

function status(call: Call): Outcome {
  const cluster = clusterOf(call);
  if (!cluster) return missing(call.desk, called(call));
  if (cluster.stopped)
    return {
      ...printed(
        call.desk,
        `${cluster.name}\ntype: Control Plane\nhost: Stopped\nkubelet: Stopped\napiserver: Stopped\nkubeconfig: Stopped\n\n`,
      ),
      exit: 7,
    };
  return printed(
    call.desk,
    `${cluster.name}\ntype: Control Plane\nhost: Running\nkubelet: Running\napiserver: Running\nkubeconfig: Configured\n\n`,
  );
}

/** `minikube stop`: what is in the cluster is kept, and its context is no longer the current one. */
function stop(call: Call): Outcome {
  const { desk } = call;
  const cluster = clusterOf(call);
  if (!cluster) return missing(desk, called(call));
  const count = [...cluster.live.objects.values()].filter(({ resource }) => resource.kind === 'Node').length;
  const clusters = desk.clusters.map((one) =>
    one.context === cluster.context ? { ...one, stopped: true as const } : one,
  );
  const { current, ...kube } = desk.kube;
  const kept = current !== undefined && (current !== cluster.context || call.flags.on('keep-context-active'));
  return {
    ...printed(
      { ...desk, clusters, kube: { ...kube, ...(kept && { current }) } },
      `✋  Stopping node "${cluster.name}"  ...\n🛑  Powering off "${cluster.name}" via SSH ...\n🛑  ${count} node${count === 1 ? '' : 's'} stopped.\n`,
    ),
    seconds: 11,
  };
}

/** A command that needs the cluster to run. */
const running =
  (run: (call: Call, cluster: NamedCluster) => Outcome) =>
  (call: Call): Outcome => {
    const cluster = clusterOf(call);
    if (!cluster) return missing(call.desk, called(call));
    if (cluster.stopped)
      return refused(
        call.desk,
        `🤷  The control-plane node ${cluster.name} host is not running: state=Stopped\n👉  To start a cluster, run: "minikube start"\n`,
        89,
      );
    return run(call, cluster);
  };

function remove(call: Call): Outcome {
  const cluster = clusterOf(call);
  const name = called(call);
  if (!cluster)
    return printed(
      call.desk,
      `🙄  "${name}" profile does not exist, trying anyways.\n💀  Removed all traces of the "${name}" cluster.\n`,
    );
  return {
    ...printed(
      removeCluster(call.desk, cluster),
      `🔥  Deleting "${name}" in docker ...\n🔥  Deleting container "${name}" ...\n💀  Removed all traces of the "${name}" cluster.\n`,
    ),
    seconds: 3,
  };
}

function load(call: Call): Outcome {
  const { desk, operands, cwd } = call;
  const cluster = clusterOf(call);
  const [image] = operands;
  if (!cluster) return missing(desk, called(call));
  if (image === undefined)
    return refused(
      desk,
      '❌  Exiting due to MK_USAGE: Please provide an image in your local daemon to load into minikube via <minikube image load IMAGE_NAME>\n',
      14,
    );
  const archived = archivedIn(desk, fileAt(desk, resolvePath(cwd, image))?.content ?? '');
  if (archived) return { ...printed(loadArchive(desk, cluster, archived, image)), seconds: 0 };
  const local = imageBy(desk, image);
  if (!local)
    return refused(
      desk,
      `❌  Exiting due to GUEST_IMAGE_LOAD: Failed to load image: save to dir: caching images: unable to calculate manifest: Error: No such image: ${image}\n`,
      80,
    );
  return { ...printed(loadInto(desk, cluster, local, image)), seconds: 0 };
}

function ip({ desk }: Call, cluster: NamedCluster): Outcome {
  const [node] = stateNow(desk, cluster).nodes;
  return printed(desk, `${node?.ip}\n`);
}

/**
 * `eval $(minikube docker-env)`: from then on `docker build` leaves its images on the node too.
 * @see https://minikube.sigs.k8s.io/docs/commands/docker-env/
 */
function dockerEnv({ desk, flags }: Call, { name }: NamedCluster): Outcome {
  if (flags.on('unset'))
    return printed(
      desk,
      ['DOCKER_TLS_VERIFY', 'DOCKER_HOST', 'DOCKER_CERT_PATH', activeDocker].map((one) => `unset ${one};\n`).join(''),
    );
  const settings = [
    'DOCKER_TLS_VERIFY="1"',
    'DOCKER_HOST="tcp://192.168.49.2:2376"',
    'DOCKER_CERT_PATH="/home/alumno/.minikube/certs"',
    `${activeDocker}="${name}"`,
  ];
  const hint = `\n# To point your shell to minikube's docker-daemon, run:\n# eval $(minikube -p ${name} docker-env)\n`;
  return printed(desk, settings.map((one) => `export ${one}\n`).join('') + hint);
}

/** `minikube service NAME`: the node ports of a Service at the address of the node, in a table or with `--url` alone. */
function service(call: Call, cluster: NamedCluster): Outcome {
  const { desk, operands, flags } = call;
  const [name] = operands;
  const namespace = flags.text('namespace') ?? 'default';
  if (name === undefined) return refused(desk, '❌  Exiting due to MK_USAGE: You must specify service name(s)\n', 14);
  const object = [...cluster.live.objects.values()].find(
    ({ resource }) => resource.kind === 'Service' && resource.name === name && resource.namespace === namespace,
  );
  if (!object)
    return refused(
      desk,
      `❌  Exiting due to SVC_NOT_FOUND: Service '${name}' was not found in '${namespace}' namespace.\nYou may select another namespace by using 'minikube service ${name} -n <namespace>'. Or list out all the services using 'minikube service list'\n`,
      115,
    );
  const { spec } = object.resource.data as { spec?: { ports?: readonly Port[] } };
  const [node] = stateNow(desk, cluster).nodes;
  const ports = (spec?.ports ?? []).map(({ name: called, port, nodePort }) => ({
    target: called === undefined ? String(port) : `${called}/${port}`,
    url: nodePort && node ? `http://${node.ip}:${nodePort}` : undefined,
  }));
  const head = ['NAMESPACE', 'NAME', 'TARGET PORT', 'URL'];
  const urls = ports.flatMap(({ url }) => (url === undefined ? [] : [url]));
  if (urls.length === 0)
    return printed(
      desk,
      framed(head, [[namespace, name, '', 'No node port']]),
      `😿  service ${namespace}/${name} has no node port\n❗  Services [${namespace}/${name}] have type "ClusterIP" not meant to be exposed, however for local development minikube allows you to access this !\n`,
    );
  const told = noted(desk, 'service.url', { name, namespace });
  if (flags.on('url')) return printed(told, urls.map((url) => `${url}\n`).join(''));
  const cells = [
    [namespace, name, ports.map(({ target }) => target).join(', '), urls[0] ?? ''],
    ...urls.slice(1).map((url) => ['', '', '', url]),
  ];
  return printed(
    told,
    `${framed(head, cells)}${urls.map(() => `🎉  Opening service ${namespace}/${name} in default browser...\n`).join('')}`,
  );
}

/** `minikube service list`: all Services with the ways to them. */
function services(call: Call, cluster: NamedCluster): Outcome {
  const { desk, flags } = call;
  const wanted = flags.text('namespace');
  const [node] = stateNow(desk, cluster).nodes;
  const rows = [...cluster.live.objects.values()]
    .filter(({ resource }) => resource.kind === 'Service' && (wanted === undefined || resource.namespace === wanted))
    .map(({ resource }) => {
      const { spec } = resource.data as { spec?: { ports?: readonly Port[] } };
      const open = (spec?.ports ?? []).filter(({ nodePort }) => nodePort);
      return [
        resource.namespace ?? '',
        resource.name,
        open.length === 0
          ? 'No node port'
          : open.map(({ name, port }) => (name === undefined ? String(port) : `${name}/${port}`)).join(', '),
        open.length === 0 ? '' : `http://${node?.ip}:${open[0]?.nodePort}`,
      ];
    })
    .sort(([a = '', b = ''], [c = '', d = '']) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1));
  return printed(desk, framed(['NAMESPACE', 'NAME', 'TARGET PORT', 'URL'], rows));
}

interface Port {
  readonly name?: string;
  readonly port?: number;
  readonly nodePort?: number;
}

function profiles({ desk }: Call): Outcome {
  const all = desk.clusters.filter(({ provider }) => provider === 'minikube');
  if (all.length === 0)
    return refused(
      desk,
      "🤹  Exiting due to MK_USAGE_NO_PROFILE: No minikube profile was found.\n💡  Suggestion: You can create one using 'minikube start'.\n",
      14,
    );
  const rows = all.map((one) => [
    one.name,
    'docker',
    'docker',
    '192.168.49.2',
    release,
    one.stopped ? 'Stopped' : 'OK',
    String([...one.live.objects.values()].filter(({ resource }) => resource.kind === 'Node').length),
    desk.kube.current === one.context ? '*' : '',
  ]);
  const head = ['PROFILE', 'DRIVER', 'RUNTIME', 'IP', 'VERSION', 'STATUS', 'NODES', 'ACTIVE PROFILE'];
  return printed(desk, framed(head, rows));
}

const tool: Tool = {
  version: 'v1.37.0',
  everywhere: [profile, ...silent('alsologtostderr v= output|o=')],
  refuses: (problem) => {
    const word = 'word' in problem ? problem.word : '';
    if (problem.why === 'unknown-command')
      return {
        stderr: `Error: unknown command "${word}" for "${problem.path.join(' ')}"\nRun 'minikube --help' for usage.\n`,
        exit: 1,
      };
    return { stderr: `Error: unknown flag: ${word}\nSee 'minikube --help' for usage.\n`, exit: 1 };
  },
  command: {
    name: 'minikube',
    says: { es: 'Un clúster de Kubernetes en esta máquina', en: 'A Kubernetes cluster on this machine' },
    commands: [
      {
        name: 'start',
        says: { es: 'Crea y arranca el clúster', en: 'Makes and starts the cluster' },
        flags: [
          { name: 'nodes', short: 'n', value: 'number' },
          ...silent('driver= cpus= memory= kubernetes-version= container-runtime= cni= addons= wait= disk-size='),
        ],
        beyond: ['extra-config=', 'mount', 'ports=', 'static-ip=', 'dry-run', 'force'],
        run: start,
      },
      { name: 'status', says: { es: 'Cómo está el clúster', en: 'How the cluster is' }, run: status },
      {
        name: 'delete',
        says: { es: 'Borra el clúster', en: 'Deletes the cluster' },
        beyond: ['all', 'purge'],
        run: remove,
      },
      {
        name: 'image',
        says: { es: 'Imágenes del clúster', en: 'Images of the cluster' },
        commands: [
          {
            name: 'load',
            says: {
              es: 'Lleva una imagen de Docker, o de un fichero, al clúster',
              en: 'Puts an image of Docker, or of a file, into the cluster',
            },
            takes: 'IMAGE | ARCHIVE',
            flags: silent('overwrite daemon'),
            beyond: ['pull', 'remote'],
            run: load,
          },
          ...absent('build ls pull push rm save tag'),
        ],
      },
      { name: 'ip', says: { es: 'La dirección del nodo', en: 'The address of the node' }, run: running(ip) },
      {
        name: 'docker-env',
        says: { es: 'Lleva a docker dentro del clúster', en: 'Leads docker into the cluster' },
        flags: [{ name: 'unset', short: 'u' }, ...silent('shell=')],
        beyond: ['ssh-host', 'ssh-add', 'no-proxy'],
        fidelity: 'partial',
        differs: {
          es: 'Lo que se construye queda en el nodo y también en esta máquina',
          en: 'What is built is on the node and on this machine as well',
        },
        run: running(dockerEnv),
      },
      {
        name: 'service',
        says: { es: 'La dirección de un Service', en: 'The address of a Service' },
        takes: 'NAME',
        flags: [{ name: 'url' }, namespaceFlag, ...silent('wait= interval=')],
        beyond: ['https', 'format=', 'all'],
        fidelity: 'partial',
        differs: {
          es: 'Nunca abre el navegador: escribe la dirección',
          en: 'It never opens the browser: it prints the address',
        },
        run: running(service),
        commands: [
          {
            name: 'list',
            says: { es: 'Los Services y cómo se llega a ellos', en: 'The Services and the ways to them' },
            flags: [namespaceFlag],
            run: running(services),
          },
        ],
      },
      {
        name: 'stop',
        says: {
          es: 'Apaga el clúster, que conserva lo que tiene',
          en: 'Switches the cluster off, which keeps what it has',
        },
        flags: [{ name: 'keep-context-active' }],
        beyond: ['all', 'schedule=', 'cancel-scheduled'],
        fidelity: 'partial',
        differs: {
          es: 'Los pods siguen en su sitio al arrancar otra vez, sin reinicios',
          en: 'Pods are where they were when it starts again, without restarts',
        },
        run: stop,
      },
      {
        name: 'addons',
        says: { es: 'Los complementos del clúster', en: 'The addons of the cluster' },
        fidelity: 'partial',
        differs: {
          es: 'Los que puede poner son metrics-server, que no mide nada, y dashboard',
          en: 'Those it can enable are metrics-server, which measures nothing, and dashboard',
        },
        commands: [
          {
            name: 'list',
            says: { es: 'Cuáles hay y cuáles están puestos', en: 'Which there are and which are on' },
            flags: silent('docs|d'),
            beyond: ['output|o='],
            run: running(({ desk }, cluster) => listAddons(desk, cluster)),
          },
          {
            name: 'enable',
            says: { es: 'Pone un complemento', en: 'Enables an addon' },
            takes: 'ADDON_NAME',
            offers: addonNames,
            flags: silent('refresh force'),
            beyond: ['images=', 'registries='],
            run: running((call, cluster) => switchAddon(call, cluster, true)),
          },
          {
            name: 'disable',
            says: { es: 'Quita un complemento', en: 'Disables an addon' },
            takes: 'ADDON_NAME',
            offers: addonNames,
            run: running((call, cluster) => switchAddon(call, cluster, false)),
          },
          ...absent('configure images open'),
        ],
      },
      {
        name: 'dashboard',
        says: { es: 'El panel de Kubernetes', en: 'The dashboard of Kubernetes' },
        flags: [{ name: 'url' }, { name: 'port', value: 'number' }],
        fidelity: 'partial',
        differs: {
          es: 'Deja un puerto que lleva a la API; la página del panel no está',
          en: 'It leaves a port that leads to the API; the page of the dashboard is not there',
        },
        run: running(dashboard),
      },
      {
        name: 'profile',
        says: { es: 'Los clústeres de minikube', en: 'The clusters of minikube' },
        commands: [
          {
            name: 'list',
            says: { es: 'Cuáles hay', en: 'Which there are' },
            beyond: ['output|o=', 'light|l', 'detailed|d'],
            run: profiles,
          },
        ],
      },
      {
        name: 'version',
        says: { es: 'La versión', en: 'The version' },
        run: ({ desk }) => printed(desk, 'minikube version: v1.37.0\n'),
      },
      ...absent('cache config cp kubectl logs mount node pause ssh tunnel unpause'),
    ],
  },
};

export default tool;
