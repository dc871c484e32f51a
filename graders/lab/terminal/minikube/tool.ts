import { openCluster } from '../../cluster/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { archivedIn } from '../desk/archive.ts';
import { addCluster, removeCluster, stateNow } from '../desk/clusters.ts';
import { type Desk, later, type NamedCluster, noted } from '../desk/desk.ts';
import { imageBy } from '../desk/images.ts';
import { loadArchive, loadInto } from '../desk/load.ts';
import { nodeObjects } from '../desk/nodes.ts';
import { fileAt } from '../desk/open.ts';
import { absent, silent } from '../tool/declare.ts';
import { type Call, type Flag, type Outcome, printed, refused, type Tool } from '../tool/tool.ts';

const profile: Flag = { name: 'profile', short: 'p', value: 'text' };
const called = ({ flags }: Call): string => flags.text('profile') ?? 'minikube';
const clusterOf = (call: Call): NamedCluster | undefined =>
  call.desk.clusters.find(({ provider, name }) => provider === 'minikube' && name === called(call));

function start(call: Call): Outcome {
  const { desk, flags } = call;
  const name = called(call);
  const old = clusterOf(call);
  if (old) {
    const next = { ...later(desk, 8), kube: { ...desk.kube, current: old.context } };
    return {
      ...printed(
        next,
        `😄  minikube v1.37.0\n✨  Using the docker driver based on existing profile\n🏃  Updating the running docker "${name}" container ...\n🏄  Done! kubectl is now configured to use "${name}" cluster and "default" namespace by default\n`,
      ),
      seconds: 0,
    };
  }
  const count = Math.min(10, Math.max(1, Number(flags.text('nodes') ?? 1)));
  const nodes = Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? name : `${name}-m0${index + 1}`,
    controlPlane: index === 0,
  }));
  const now = later(desk, 45);
  // Its control plane takes pods, however many nodes there are.
  const live = openCluster(
    now.clock,
    nodes.flatMap((node) => nodeObjects([node])),
  );
  const made = addCluster(now, { name, provider: 'minikube', context: name, live });
  const told = `😄  minikube v1.37.0 on Debian 13\n✨  Automatically selected the docker driver\n📌  Using Docker driver with root privileges\n👍  Starting "${name}" primary control-plane node in "${name}" cluster\n🚜  Pulling base image v0.0.48 ...\n🔥  Creating docker container (CPUs=2, Memory=3072MB) ...\n🐳  Preparing Kubernetes v1.34.0 on Docker 28.4.0 ...\n🔗  Configuring bridge CNI (Container Networking Interface) ...\n🔎  Verifying Kubernetes components...\n    ▪ Using image gcr.io/k8s-minikube/storage-provisioner:v5\n🌟  Enabled addons: storage-provisioner, default-storageclass\n🏄  Done! kubectl is now configured to use "${name}" cluster and "default" namespace by default\n`;
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
  return printed(
    call.desk,
    `${cluster.name}\ntype: Control Plane\nhost: Running\nkubelet: Running\napiserver: Running\nkubeconfig: Configured\n\n`,
  );
}

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

function ip(call: Call): Outcome {
  const cluster = clusterOf(call);
  const [node] = cluster ? stateNow(call.desk, cluster).nodes : [];
  return node ? printed(call.desk, `${node.ip}\n`) : missing(call.desk, called(call));
}

/** `minikube service NAME --url`: the node port of a Service at the address of the node. */
function service(call: Call): Outcome {
  const { desk, operands, flags } = call;
  const cluster = clusterOf(call);
  const [name = ''] = operands;
  const namespace = flags.text('namespace') ?? 'default';
  if (!cluster) return missing(desk, called(call));
  const object = [...cluster.live.objects.values()].find(
    ({ resource }) => resource.kind === 'Service' && resource.name === name && resource.namespace === namespace,
  );
  if (!object)
    return refused(
      desk,
      `❌  Exiting due to SVC_NOT_FOUND: Service '${name}' was not found in '${namespace}' namespace.\nYou may select another namespace by using 'minikube service ${name} -n <namespace>'. Or list out all the services using 'minikube service list'\n`,
      115,
    );
  const { spec } = object.resource.data as { spec?: { ports?: readonly { nodePort?: number }[] } };
  const [node] = stateNow(desk, cluster).nodes;
  const urls = (spec?.ports ?? []).flatMap(({ nodePort }) =>
    nodePort && node ? [`http://${node.ip}:${nodePort}\n`] : [],
  );
  if (urls.length === 0) return printed(desk, '', `😿  service ${namespace}/${name} has no node port\n`);
  return printed(noted(desk, 'service.url', { name, namespace }), urls.join(''));
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
      { name: 'ip', says: { es: 'La dirección del nodo', en: 'The address of the node' }, run: ip },
      {
        name: 'service',
        says: { es: 'La dirección de un Service', en: 'The address of a Service' },
        takes: 'NAME',
        flags: [{ name: 'url' }, { name: 'namespace', short: 'n', value: 'text' }],
        beyond: ['https', 'format=', 'all'],
        fidelity: 'partial',
        differs: {
          es: 'Nunca abre el navegador: escribe la dirección',
          en: 'It never opens the browser: it prints the address',
        },
        run: service,
      },
      {
        name: 'version',
        says: { es: 'La versión', en: 'The version' },
        run: ({ desk }) => printed(desk, 'minikube version: v1.37.0\n'),
      },
      ...absent(
        'addons cache config cp dashboard docker-env kubectl logs mount node pause profile ssh stop tunnel unpause',
      ),
    ],
  },
};

export default tool;
