import type { Resource } from '../../../model/manifests/manifests.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { put, removeObject } from '../../cluster/index.ts';
import { withCluster } from '../desk/clusters.ts';
import { noted } from '../desk/desk.ts';
import { tagHook } from '../mesh/istio.ts';
import { asResources } from '../mesh/objects.ts';
import { type MeshSession, meshSession } from '../mesh/session.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

const labelsOf = ({ metadata }: Resource): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(pairs(metadata.labels));

const hooksOf = ({ live }: MeshSession): readonly Resource[] =>
  live.resources.filter(({ kind }) => kind === 'MutatingWebhookConfiguration');

const taggedBy = (session: MeshSession, tag: string): Resource | undefined =>
  hooksOf(session).find((hook) => labelsOf(hook)['istio.io/tag'] === tag);

/** Namespaces that ask for a tag: by `istio.io/rev`, and for the default one by `istio-injection` too. */
function namespacesOf({ live }: MeshSession, tag: string): readonly string[] {
  return live.resources
    .filter((one) => one.kind === 'Namespace' && one.group === '')
    .filter((one) => {
      const labels = labelsOf(one);
      return labels['istio.io/rev'] === tag || (tag === 'default' && labels['istio-injection'] === 'enabled');
    })
    .map(({ name }) => name)
    .sort();
}

/** @see istioctl/pkg/tag/tag.go */
function list(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const rows = hooksOf(session).flatMap((hook) => {
    const { 'istio.io/tag': tag, 'istio.io/rev': revision = '' } = labelsOf(hook);
    return tag === undefined ? [] : [[tag, revision, namespacesOf(session, tag).join(',')]];
  });
  if (rows.length === 0) return printed(call.desk, 'No Istio revision tags found.\n');
  const byRevision = [...rows].sort((a, b) => `${a[1]} ${a[0]}`.localeCompare(`${b[1]} ${b[0]}`));
  return printed(call.desk, columns([['TAG', 'REVISION', 'NAMESPACES'], ...byRevision], { padding: 1 }));
}

function set(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const [tag, ...others] = call.operands;
  if (tag === undefined) return refused(call.desk, 'Error: must provide a tag for modification\n');
  if (others.length > 0) return refused(call.desk, 'Error: must provide a single tag for creation\n');
  const revision = call.flags.text('revision');
  if (revision === undefined) return refused(call.desk, 'Error: required flag(s) "revision" not set\n');
  const plane = hooksOf(session).some(
    (hook) => labelsOf(hook)['istio.io/rev'] === revision && labelsOf(hook)['istio.io/tag'] === undefined,
  );
  if (!plane)
    return refused(
      call.desk,
      `Error: cannot modify tag: cannot find MutatingWebhookConfiguration or Service with revision ${JSON.stringify(revision)}\n`,
    );
  if (taggedBy(session, tag) && !call.flags.on('overwrite'))
    return refused(call.desk, `Error: revision tag ${JSON.stringify(tag)} already exists, and --overwrite is false\n`);
  const { cluster } = put(session.live, asResources([tagHook(tag, revision)]), call.desk.clock);
  const desk = noted(withCluster(call.desk, session.named, cluster), 'mesh.tagged', { mesh: 'istio', tag, revision });
  return printed(
    desk,
    `Revision tag ${JSON.stringify(tag)} created, referencing control plane revision ${JSON.stringify(revision)}. To enable injection using this\nrevision tag, use 'kubectl label namespace <NAMESPACE> istio.io/rev=${tag}'\n`,
  );
}

function remove(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const [tag, ...others] = call.operands;
  if (tag === undefined) return refused(call.desk, 'Error: must provide a tag for removal\n');
  if (others.length > 0) return refused(call.desk, 'Error: must provide a single tag for creation\n');
  const hook = taggedBy(session, tag);
  if (!hook)
    return refused(
      call.desk,
      `Error: cannot remove tag ${JSON.stringify(tag)}: cannot find MutatingWebhookConfiguration or Service for tag\n`,
    );
  const spaces = namespacesOf(session, tag);
  if (spaces.length > 0 && !call.flags.on('skip-confirmation') && !/^\s*y/im.test(call.stdin)) {
    const asks = `Caution, found ${spaces.length} namespace(s) still injected by tag ${JSON.stringify(tag)}: ${spaces.join(', ')}\nProceed with operation? [y/N]`;
    return printed(call.desk, `${asks}Aborting operation.\n`);
  }
  const live = removeObject(session.live, hook, call.desk.clock);
  return printed(withCluster(call.desk, session.named, live), `Revision tag ${tag} removed\n`);
}

export const tag: Command = {
  name: 'tag',
  says: { es: 'Etiquetas de revisión', en: 'Revision tags' },
  commands: [
    {
      name: 'list',
      aliases: ['show'],
      says: { es: 'Las que hay', en: 'Those there are' },
      fidelity: 'partial',
      beyond: ['output|o='],
      run: list,
    },
    {
      name: 'set',
      says: { es: 'Hace que una lleve a una revisión', en: 'Make one lead to a revision' },
      takes: '<revision-tag>',
      fidelity: 'partial',
      flags: [
        { name: 'revision', short: 'r', value: 'text' },
        { name: 'overwrite' },
        { name: 'skip-confirmation', short: 'y' },
      ],
      beyond: ['webhook-name=', 'auto-inject-namespaces', 'manifests='],
      run: set,
    },
    {
      name: 'remove',
      aliases: ['delete'],
      says: { es: 'La quita', en: 'Remove it' },
      takes: '<revision-tag>',
      flags: [{ name: 'skip-confirmation', short: 'y' }],
      run: remove,
    },
    { name: 'generate', says: { es: 'Escribe su webhook', en: 'Print its webhook' } },
  ],
};
