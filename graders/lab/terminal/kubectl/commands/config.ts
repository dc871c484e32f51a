import { contextOf } from '../../desk/clusters.ts';
import type { Desk, KubeContext } from '../../desk/desk.ts';
import type { Command } from '../../tool/tool.ts';
import { noHeaders } from '../flags.ts';
import { tableText } from '../print/table.ts';
import { yamlText } from '../print/yaml.ts';
import { offline } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { serverOf } from './server.ts';

const offers = ({ kube }: Desk): readonly string[] => kube.contexts.map(({ name }) => name);
const withContexts = (desk: Desk, contexts: readonly KubeContext[], current = desk.kube.current): Desk => ({
  ...desk,
  kube: { contexts, ...(current !== undefined && { current }) },
});

const current: Command = {
  name: 'current-context',
  says: { es: 'El contexto en uso', en: 'The context in use' },
  flags: [],
  run: offline(({ desk }) => {
    if (desk.kube.current === undefined) throw wrong('current-context is not set');
    return { out: `${desk.kube.current}\n` };
  }),
};

const list: Command = {
  name: 'get-contexts',
  says: { es: 'Los contextos que hay', en: 'The contexts there are' },
  takes: '[(-o|--output=)name)]',
  offers,
  flags: [noHeaders, { name: 'output', short: 'o', value: 'text', offers: ['name'] }],
  run: offline(({ desk, operands, flags }) => {
    const [wanted] = operands;
    const contexts = desk.kube.contexts.filter(({ name }) => wanted === undefined || name === wanted);
    if (wanted !== undefined && contexts.length === 0) throw wrong(`context ${wanted} not found`);
    if (flags.text('output') === 'name') return { out: contexts.map(({ name }) => `${name}\n`).join('') };
    const rows = [...contexts]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, cluster, user, namespace = '' }) => [
        name === desk.kube.current ? '*' : '',
        name,
        cluster,
        user,
        namespace,
      ]);
    return {
      out: tableText(
        flags.on('no-headers') ? undefined : ['Current', 'Name', 'Cluster', 'AuthInfo', 'Namespace'],
        rows,
      ),
    };
  }),
};

const use: Command = {
  name: 'use-context',
  aliases: ['use'],
  says: { es: 'Cambia de contexto', en: 'Change the context' },
  takes: 'CONTEXT_NAME',
  offers,
  flags: [],
  run: offline(({ desk, operands }) => {
    const [name] = operands;
    if (name === undefined || operands.length > 1)
      throw new Stop('error: accepts 1 arg(s), received 0'.replace('0', String(operands.length)));
    if (!desk.kube.contexts.some((one) => one.name === name))
      throw wrong(`no context exists with the name: ${JSON.stringify(name)}`);
    return {
      desk: withContexts(desk, desk.kube.contexts, name),
      out: `Switched to context ${JSON.stringify(name)}.\n`,
    };
  }),
};

const set: Command = {
  name: 'set-context',
  says: {
    es: 'Cambia un contexto, por ejemplo su espacio de nombres',
    en: 'Change a context, for example its namespace',
  },
  takes: '[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]',
  offers,
  flags: [
    { name: 'current', says: { es: 'El que está en uso', en: 'The one in use' } },
    { name: 'cluster', value: 'text' },
    { name: 'user', value: 'text' },
  ],
  run: offline(({ desk, operands, flags }) => {
    const [named] = operands;
    const name = flags.on('current') ? desk.kube.current : named;
    if (name === undefined)
      throw wrong(
        flags.on('current') ? 'no current context is set' : 'you must specify a non-empty context name or --current',
      );
    const known = desk.kube.contexts.find((one) => one.name === name);
    const before: KubeContext = known ?? { name, cluster: flags.text('cluster') ?? '', user: flags.text('user') ?? '' };
    const namespace = flags.has('namespace') ? flags.text('namespace') : before.namespace;
    const { namespace: _, ...rest } = before;
    const changed: KubeContext = {
      ...rest,
      ...(flags.has('cluster') && { cluster: flags.text('cluster') ?? '' }),
      ...(flags.has('user') && { user: flags.text('user') ?? '' }),
      ...(namespace && { namespace }),
    };
    const contexts = known
      ? desk.kube.contexts.map((one) => (one === known ? changed : one))
      : [...desk.kube.contexts, changed];
    return {
      desk: withContexts(desk, contexts),
      out: `Context ${JSON.stringify(name)} ${known ? 'modified' : 'created'}.\n`,
      facts: [{ did: 'context.changed', data: { name, namespace: namespace ?? '' } }],
    };
  }),
};

const view: Command = {
  name: 'view',
  says: { es: 'El kubeconfig', en: 'The kubeconfig' },
  flags: [
    { name: 'minify', says: { es: 'Solo lo del contexto en uso', en: 'Only what the context in use needs' } },
    { name: 'flatten' },
    { name: 'raw' },
    { name: 'merge' },
    { name: 'output', short: 'o', value: 'text', fidelity: 'partial' },
  ],
  run: offline(({ desk, flags }) => {
    const contexts = flags.on('minify')
      ? desk.kube.contexts.filter(({ name }) => name === desk.kube.current)
      : desk.kube.contexts;
    const clusters = desk.clusters.filter(({ context }) => contexts.some(({ cluster }) => cluster === context));
    const output = flags.text('output') ?? 'yaml';
    if (output.startsWith('jsonpath')) {
      const namespace = contextOf(desk)?.namespace;
      if (/\.namespace/.test(output)) return { out: namespace ?? '' };
    }
    return {
      out: yamlText({
        apiVersion: 'v1',
        clusters:
          clusters.length === 0
            ? null
            : clusters.map((cluster) => ({
                cluster: { 'certificate-authority-data': 'DATA+OMITTED', server: serverOf(cluster) },
                name: cluster.context,
              })),
        contexts:
          contexts.length === 0
            ? null
            : contexts.map(({ name, cluster, user, namespace }) => ({
                context: { cluster, ...(namespace !== undefined && { namespace }), user },
                name,
              })),
        'current-context': desk.kube.current ?? '',
        kind: 'Config',
        preferences: {},
        users:
          clusters.length === 0
            ? null
            : [...new Set(contexts.map(({ user }) => user))].map((name) => ({
                name,
                user: { 'client-certificate-data': 'DATA+OMITTED', 'client-key-data': 'DATA+OMITTED' },
              })),
      }),
    };
  }),
};

const names = (name: string, says: Command['says'], out: (desk: Desk) => readonly string[]): Command => ({
  name,
  says,
  flags: [],
  run: offline(({ desk }) => ({
    out: `NAME\n${out(desk)
      .map((one) => `${one}\n`)
      .join('')}`,
  })),
});

const remove: Command = {
  name: 'delete-context',
  says: { es: 'Quita un contexto', en: 'Take a context away' },
  takes: 'NAME',
  offers,
  flags: [],
  run: offline(({ desk, operands }) => {
    const [name] = operands;
    if (name === undefined || !desk.kube.contexts.some((one) => one.name === name))
      throw wrong(`cannot delete context ${name ?? ''}, not in /home/alumno/.kube/config`);
    const warning =
      name === desk.kube.current
        ? 'warning: this removed your active context, use "kubectl config use-context" to select a different one\n'
        : '';
    return {
      desk: withContexts(
        desk,
        desk.kube.contexts.filter((one) => one.name !== name),
      ),
      out: `deleted context ${name} from /home/alumno/.kube/config\n`,
      err: warning,
    };
  }),
};

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_config/ */
export const config: Command = {
  name: 'config',
  says: { es: 'A qué clúster y espacio de nombres habla kubectl', en: 'Which cluster and namespace kubectl talks to' },
  commands: [
    current,
    list,
    use,
    set,
    view,
    remove,
    names('get-clusters', { es: 'Los clústeres', en: 'The clusters' }, ({ clusters }) =>
      clusters.map(({ context }) => context),
    ),
    names('get-users', { es: 'Los usuarios', en: 'The users' }, ({ kube }) => [
      ...new Set(kube.contexts.map(({ user }) => user)),
    ]),
    ...['set', 'unset', 'set-cluster', 'set-credentials', 'rename-context', 'delete-cluster', 'delete-user'].map(
      (name): Command => ({ name, says: { es: 'Cambia el kubeconfig', en: 'Change the kubeconfig' } }),
    ),
  ],
};
