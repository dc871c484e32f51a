import { openCluster } from '../../cluster/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { archivedIn } from '../desk/archive.ts';
import { addCluster, removeCluster } from '../desk/clusters.ts';
import { type Desk, later, type NamedCluster, noted } from '../desk/desk.ts';
import { imageBy, imageNames } from '../desk/images.ts';
import { loadArchive, loadInto } from '../desk/load.ts';
import { nodeObjects } from '../desk/nodes.ts';
import { fileAt } from '../desk/open.ts';
import { release } from '../kubectl/release.ts';
import { absent } from '../tool/declare.ts';
import { type Call, type Flag, type Outcome, printed, refused, type Tool } from '../tool/tool.ts';
import { oneNode, readConfig } from './config.ts';

const clusters = ({ clusters: all }: Desk): readonly NamedCluster[] =>
  all.filter(({ provider }) => provider === 'kind');
const names = (desk: Desk) => clusters(desk).map(({ name }) => name);
const called = (desk: Desk, wanted: string) => clusters(desk).find(({ name }) => name === wanted);
const nodeNames = ({ live }: NamedCluster): readonly string[] =>
  [...live.objects.values()].flatMap(({ resource }) => (resource.kind === 'Node' ? [resource.name] : []));
const name: Flag = {
  name: 'name',
  short: 'n',
  value: 'text',
  offers: names,
  says: { es: 'El nombre del clúster (kind)', en: 'The name of the cluster (kind)' },
};
const ignored: readonly Flag[] = [
  { name: 'kubeconfig', value: 'text', fidelity: 'partial' },
  { name: 'quiet', short: 'q' },
  { name: 'verbosity', short: 'v', value: 'number', fidelity: 'partial' },
];

/** With `-q` nothing is written to standard error, errors neither. @see https://github.com/kubernetes-sigs/kind/blob/v0.30.0/pkg/cmd/kind/root.go */
const quietly =
  (run: (call: Call) => Outcome) =>
  (call: Call): Outcome =>
    call.flags.on('quiet') ? { ...run(call), stderr: '' } : run(call);

/** @see https://github.com/kubernetes-sigs/kind/blob/v0.30.0/pkg/cmd/kind/create/cluster/createcluster.go */
function create({ desk, flags, cwd }: Call): Outcome {
  const file = flags.text('config');
  const text = file === undefined ? undefined : fileAt(desk, resolvePath(cwd, file))?.content;
  if (file !== undefined && text === undefined) {
    return refused(
      desk,
      `ERROR: failed to create cluster: error reading file: open ${file}: no such file or directory\n`,
    );
  }
  const config = text === undefined ? undefined : readConfig(text, flags.text('name') ?? '');
  if (typeof config === 'string') return refused(desk, `ERROR: failed to create cluster: ${config}\n`);
  const cluster = flags.text('name') ?? config?.name ?? 'kind';
  if (!/^[a-z0-9.-]+$/.test(cluster)) {
    return refused(
      desk,
      `ERROR: failed to create cluster: '${cluster}' is not a valid cluster name, cluster names must match \`^[a-z0-9.-]+$\`\n`,
    );
  }
  if (names(desk).includes(cluster)) {
    return refused(
      desk,
      `ERROR: failed to create cluster: node(s) already exist for a cluster with the name "${cluster}"\n`,
    );
  }
  const nodes = config?.nodes ?? oneNode(cluster);
  const taken = config?.ports.find(({ host }) =>
    desk.docker.containers.some((one) => one.state === 'running' && one.published.some((port) => port.host === host)),
  );
  if (taken)
    return refused(
      desk,
      `ERROR: failed to create cluster: command "docker run" failed with error: exit status 125\nBind for 0.0.0.0:${taken.host} failed: port is already allocated\n`,
    );
  const now = later(desk, 35);
  const context = `kind-${cluster}`;
  const live = openCluster(now.clock, nodeObjects(nodes));
  const made = addCluster(now, {
    name: cluster,
    provider: 'kind',
    context,
    live,
    ...(config && { ports: config.ports }),
  });
  const steps = [
    `Ensuring node image (kindest/node:${release}) 🖼`,
    `Preparing nodes ${'📦 '.repeat(nodes.length)}`,
    'Writing configuration 📜',
    'Starting control-plane 🕹️',
    'Installing CNI 🔌',
    'Installing StorageClass 💾',
    ...(nodes.length > 1 ? ['Joining worker nodes 🚜'] : []),
  ];
  const told = `Creating cluster "${cluster}" ...\n${steps.map((step) => ` ✓ ${step} \n`).join('')}Set kubectl context to "${context}"\nYou can now use your cluster with:\n\nkubectl cluster-info --context ${context}\n\nHave a nice day! 👋\n`;
  return {
    desk: noted(made, 'cluster.created', { name: cluster, provider: 'kind' }),
    stdout: '',
    stderr: told,
    exit: 0,
    seconds: 0,
  };
}

function remove({ desk, flags }: Call): Outcome {
  const wanted = flags.text('name') ?? 'kind';
  const cluster = called(desk, wanted);
  const nodes = cluster ? nodeNames(cluster) : [];
  const told = `Deleting cluster "${wanted}" ...\n${cluster ? `Deleted nodes: [${nodes.map((node) => `"${node}"`).join(' ')}]\n` : ''}`;
  return { ...printed(cluster ? removeCluster(desk, cluster) : desk), stderr: told, seconds: 2 };
}

function load({ desk, operands, flags }: Call): Outcome {
  const wanted = flags.text('name') ?? 'kind';
  if (operands.length === 0) return refused(desk, 'ERROR: a list of image names is required\n');
  const cluster = called(desk, wanted);
  if (!cluster) return refused(desk, `ERROR: no nodes found for cluster "${wanted}"\n`);
  let next = desk;
  let stderr = '';
  for (const image of operands) {
    const local = imageBy(next, image);
    if (!local) return { ...refused(next, `${stderr}ERROR: image: "${image}" not present locally\n`) };
    const current = called(next, wanted) ?? cluster;
    next = loadInto(next, current, local, image);
    stderr += `Image: "${image}" with ID "sha256:${local.id}" not yet present on node "${wanted}-control-plane", loading...\n`;
  }
  return { ...printed(next), stderr, seconds: 0 };
}

/** `kind load image-archive`. @see https://github.com/kubernetes-sigs/kind/blob/v0.30.0/pkg/cmd/kind/load/image-archive/image-archive.go */
function loadFile({ desk, operands, flags, cwd }: Call): Outcome {
  const wanted = flags.text('name') ?? 'kind';
  const [file] = operands;
  if (file === undefined || operands.length > 1)
    return refused(
      desk,
      `ERROR: ${file === undefined ? 'requires at least 1 arg(s), only received 0' : `accepts 1 arg(s), received ${operands.length}`}\n`,
    );
  const text = fileAt(desk, resolvePath(cwd, file))?.content;
  if (text === undefined) return refused(desk, `ERROR: stat ${file}: no such file or directory\n`);
  const cluster = called(desk, wanted);
  if (!cluster) return refused(desk, `ERROR: no nodes found for cluster "${wanted}"\n`);
  const archived = archivedIn(desk, text);
  if (!archived)
    return refused(
      desk,
      'ERROR: failed to load image: command "ctr --namespace=k8s.io images import" failed with error: exit status 1\n',
    );
  return { ...printed(loadArchive(desk, cluster, archived, file)), seconds: 0 };
}

function list({ desk }: Call): Outcome {
  const found = names(desk);
  return found.length === 0
    ? printed(desk, '', 'No kind clusters found.\n')
    : printed(desk, found.map((one) => `${one}\n`).join(''));
}

function listNodes({ desk, flags }: Call): Outcome {
  const wanted = flags.text('name') ?? 'kind';
  const cluster = called(desk, wanted);
  if (!cluster) return printed(desk, '', `No kind nodes found for cluster "${wanted}".\n`);
  return printed(
    desk,
    nodeNames(cluster)
      .map((node) => `${node}\n`)
      .join(''),
  );
}

function select({ desk, flags }: Call): Outcome {
  const wanted = flags.text('name') ?? 'kind';
  const cluster = called(desk, wanted);
  if (!cluster)
    return refused(
      desk,
      `ERROR: could not locate any control plane nodes for cluster named '${wanted}'. Use the --name option to select a different cluster\n`,
    );
  return {
    ...printed({ ...desk, kube: { ...desk.kube, current: cluster.context } }),
    stderr: `Set kubectl context to "${cluster.context}"\n`,
  };
}

const tool: Tool = {
  version: 'v0.32.0',
  everywhere: ignored,
  refuses: (problem) => {
    const word = 'word' in problem ? problem.word : '';
    if (problem.why === 'unknown-command')
      return { stderr: `ERROR: unknown command "${word}" for "${problem.path.join(' ')}"\n`, exit: 1 };
    if (problem.why === 'needs-value') return { stderr: `ERROR: flag needs an argument: ${word}\n`, exit: 1 };
    return { stderr: `ERROR: unknown flag: ${word}\n`, exit: 1 };
  },
  command: {
    name: 'kind',
    says: { es: 'Clústeres de Kubernetes sobre Docker', en: 'Kubernetes clusters on Docker' },
    differs: { es: 'Sus nodos no salen en `docker ps`', en: 'Its nodes are not in `docker ps`' },
    commands: [
      {
        name: 'create',
        says: { es: 'Crea', en: 'Creates' },
        commands: [
          {
            name: 'cluster',
            says: { es: 'Crea un clúster y lo elige', en: 'Creates a cluster and selects it' },
            flags: [
              name,
              { name: 'config', value: 'text' },
              { name: 'image', value: 'text', fidelity: 'partial' },
              { name: 'wait', value: 'duration', fidelity: 'partial' },
            ],
            beyond: ['retain'],
            run: quietly(create),
          },
        ],
      },
      {
        name: 'delete',
        says: { es: 'Borra', en: 'Deletes' },
        commands: [
          {
            name: 'cluster',
            says: { es: 'Borra un clúster', en: 'Deletes a cluster' },
            flags: [name],
            run: quietly(remove),
          },
          ...absent('clusters'),
        ],
      },
      {
        name: 'load',
        says: { es: 'Lleva imágenes a los nodos', en: 'Puts images on the nodes' },
        commands: [
          {
            name: 'docker-image',
            says: { es: 'Lleva imágenes de Docker a los nodos', en: 'Puts images of Docker on the nodes' },
            takes: '<IMAGE> [IMAGE...]',
            flags: [name],
            beyond: ['nodes='],
            offers: imageNames,
            run: quietly(load),
          },
          {
            name: 'image-archive',
            says: { es: 'Lleva a los nodos las imágenes de un fichero', en: 'Puts the images of a file on the nodes' },
            takes: '<IMAGE.tar>',
            flags: [name],
            beyond: ['nodes='],
            run: quietly(loadFile),
          },
        ],
      },
      {
        name: 'get',
        says: { es: 'Muestra', en: 'Shows' },
        commands: [
          { name: 'clusters', says: { es: 'Los clústeres que hay', en: 'The clusters there are' }, run: quietly(list) },
          {
            name: 'nodes',
            says: { es: 'Los nodos de un clúster', en: 'The nodes of a cluster' },
            flags: [name],
            beyond: ['all-clusters'],
            run: quietly(listNodes),
          },
          ...absent('kubeconfig'),
        ],
      },
      {
        name: 'export',
        says: { es: 'Exporta', en: 'Exports' },
        commands: [
          {
            name: 'kubeconfig',
            says: { es: 'Elige un clúster', en: 'Selects a cluster' },
            flags: [name],
            beyond: ['internal'],
            run: quietly(select),
          },
          ...absent('logs'),
        ],
      },
      {
        name: 'version',
        says: { es: 'La versión', en: 'The version' },
        run: ({ desk }) => printed(desk, `kind v0.32.0 go1.26.3 linux/amd64\n`),
      },
      ...absent('build'),
    ],
  },
};

export default tool;
