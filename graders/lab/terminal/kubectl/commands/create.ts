import { base64 } from '../../../../core/base64.ts';
import { own } from '../../../../core/own.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { type Fields, jobOf, objectOf } from '../../../cluster/index.ts';
import { find, resolvePath } from '../../../machine/index.ts';
import type { Call, Command, Flag } from '../../tool/tool.ts';
import { objectsFrom } from '../ask/files.ts';
import { newResource, resourceFrom } from '../edit/resource.ts';
import { dryRun, filename, kustomize, output, recursive, selector } from '../flags.ts';
import { fieldsOf, isFields } from '../json.ts';
import { kindNamed, kindOf, resourceName } from '../kinds.ts';
import { online, type Session } from '../session.ts';
import { fromServer, Stop, wrong } from '../stop.ts';
import { usage } from '../usage.ts';
import { dryRunOf, dryText, send } from '../write.ts';
import { currentData, oneByOne, withLastApplied } from './apply.ts';
import { kindInFile, placed } from './shared.ts';

const common: readonly Flag[] = [
  dryRun,
  output,
  { name: 'save-config' },
  { name: 'validate', value: 'text', bare: 'strict', fidelity: 'partial' },
  { name: 'field-manager', value: 'text' },
  { name: 'show-managed-fields' },
];
const beyond = ['template=', 'allow-missing-template-keys'];

/** A command that makes one object from its words. */
function maker(
  name: string,
  says: Command['says'],
  takes: string,
  flags: readonly Flag[],
  make: (session: Session, words: readonly string[]) => Fields,
  more: Partial<Command> = {},
): Command {
  return {
    name,
    says,
    takes,
    flags: [...flags, ...common],
    beyond,
    ...more,
    run: online((session) => createOne(session, make(session, session.call.operands))),
  };
}

/** Creates an object that the words of a call describe. */
export function createOne(session: Session, data: Fields) {
  const { live } = session;
  const dry = dryRunOf(session);
  const made = newResource(data);
  const kind = kindOf(live, made.group, made.kind);
  if (!kind)
    throw wrong(`no matches for kind ${JSON.stringify(made.kind)} in version ${JSON.stringify(made.apiVersion)}`);
  const resource = session.call.flags.on('save-config')
    ? withLastApplied(placed(session, made, kind))
    : placed(session, made, kind);
  return oneByOne(session, [resource], (now, one) => {
    if (dry !== 'client' && currentData(now, one))
      throw failed(
        one,
        fromServer('AlreadyExists', `${resourceName(kind)} ${JSON.stringify(one.name)} already exists`),
      );
    const view = {
      ...(one.data as Fields),
      metadata: {
        ...fieldsOf((one.data as Fields).metadata),
        ...(one.namespace !== undefined && { namespace: one.namespace }),
      },
    };
    if (dry === 'client')
      return {
        live: now,
        kind,
        name: one.name,
        namespace: one.namespace,
        word: 'created (dry run)',
        did: 'created',
        view: asSent(one.data as Fields, session.explicit ? one.namespace : undefined),
      };
    const sent = sendAs(one, () => send(now, resourceFrom(view, one), dry));
    return {
      live: sent.live,
      kind,
      name: one.name,
      namespace: one.namespace,
      word: `created${dryText(dry)}`,
      did: 'created',
      view: sent.put.resource.data as Fields,
    };
  });
}

/** What `--dry-run=client` prints: the object as it would be sent, with the empty status of its kind and no namespace but a named one. */
function asSent(data: Fields, namespace: string | undefined): Fields {
  const kind = String(data.kind);
  const metadata = { ...fieldsOf(data.metadata), ...(namespace !== undefined && { namespace }) };
  const status = emptyStatus.get(kind);
  const spec = kind === 'Namespace' ? { spec: {} } : {};
  return { ...data, metadata, ...spec, ...(status && { status }) };
}

const emptyStatus: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  ...['Deployment', 'Namespace', 'Job', 'CronJob', 'ResourceQuota', 'Pod'].map((kind): [string, Fields] => [kind, {}]),
  ['Service', { loadBalancer: {} }],
  ['Ingress', { loadBalancer: {} }],
  ['HorizontalPodAutoscaler', { currentMetrics: null, desiredReplicas: 0 }],
]);

function sendAs<T>(one: Resource, act: () => T): T {
  try {
    return act();
  } catch (stop) {
    throw stop instanceof Stop ? failed(one, stop) : stop;
  }
}

/** Kinds whose own subcommand says what it failed to do. */
const failing: ReadonlyMap<string, string> = new Map([
  ...[
    'Deployment',
    'ConfigMap',
    'ServiceAccount',
    'Job',
    'CronJob',
    'RoleBinding',
    'ClusterRoleBinding',
    'Ingress',
    'PriorityClass',
  ].map((kind): [string, string] => [kind, `${kind.toLowerCase()}:`]),
  ['Secret', 'secret'],
  ['ResourceQuota', 'quota:'],
  ['PodDisruptionBudget', 'poddisruptionbudgets:'],
]);

function failed({ kind, data }: Resource, stop: Stop): Stop {
  const type =
    kind === 'Service' ? `${String(fieldsOf(fieldsOf(data).spec).type ?? 'ClusterIP')} service:` : failing.get(kind);
  if (type === undefined) return stop;
  const text = stop.message.replace(/^Error from server \(\w+\): /, '').replace(/^The (\w+) /, '$1 ');
  return wrong(`failed to create ${type} ${text}`);
}

function oneName(session: Session, words: readonly string[], command: string): string {
  const [name] = words;
  if (words.length !== 1 || name === undefined)
    throw usage(session.call, `exactly one NAME is required, got ${words.length}`, `create ${command}`);
  return name;
}

const needs = (session: Session, command: string, flag: string): string => {
  const value = session.call.flags.text(flag);
  if (value === undefined || value === '')
    throw usage(session.call, `required flag(s) ${JSON.stringify(flag)} not set`, `create ${command}`);
  return value;
};

const meta = (name: string, namespace?: string, labels?: Fields): Fields => ({
  name,
  ...(namespace !== undefined && { namespace }),
  ...(labels && { labels }),
});

const deployment = maker(
  'deployment',
  { es: 'Crea un Deployment', en: 'Create a Deployment' },
  'NAME --image=image -- [COMMAND] [args...]',
  [
    { name: 'image', value: 'list', says: { es: 'Imagen', en: 'Image' } },
    { name: 'replicas', short: 'r', value: 'number', says: { es: 'Réplicas', en: 'Replicas' } },
    {
      name: 'port',
      value: 'number',
      says: { es: 'Puerto que expone el contenedor', en: 'Port the container exposes' },
    },
  ],
  (session, words) => {
    const { call } = session;
    const name = oneName(session, words, 'deployment');
    const images = call.flags.list('image').filter((one) => one !== '');
    if (images.length === 0) throw usage(call, 'required flag(s) "image" not set', 'create deployment');
    if (images.length > 1 && call.rest) throw wrong('cannot specify multiple --image options and command');
    const port = call.flags.text('port');
    const containers = images.map((image) => ({
      image,
      name: containerName(image),
      ...(call.rest && { command: call.rest }),
      ...(port !== undefined && { ports: [{ containerPort: Number(port) }] }),
      resources: {},
    }));
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta(name, undefined, { app: name }),
      spec: {
        replicas: Number(call.flags.text('replicas') ?? 1),
        selector: { matchLabels: { app: name } },
        strategy: {},
        template: { metadata: { labels: { app: name } }, spec: { containers } },
      },
    };
  },
  { aliases: ['deploy'] },
);

/** `nginx` of `registry/nginx:1.29`; what is no label becomes dashes. */
const containerName = (image: string): string =>
  image
    .slice(image.lastIndexOf('/') + 1)
    .replace(/[:@].*$/, '')
    .replace(/[^a-z0-9-]/g, '-');

const namespace = maker(
  'namespace',
  { es: 'Crea un espacio de nombres', en: 'Create a namespace' },
  'NAME',
  [],
  (session, words) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: meta(oneName(session, words, 'namespace')) }),
  { aliases: ['ns'] },
);

const account = maker(
  'serviceaccount',
  { es: 'Crea una ServiceAccount', en: 'Create a ServiceAccount' },
  'NAME',
  [],
  (session, words) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: meta(oneName(session, words, 'serviceaccount')),
  }),
  { aliases: ['sa'] },
);

const fromFlags: readonly Flag[] = [
  { name: 'from-literal', value: 'text', says: { es: 'clave=valor', en: 'key=value' } },
  {
    name: 'from-file',
    value: 'text',
    says: { es: 'Fichero o carpeta, con o sin clave=', en: 'File or folder, with or without key=' },
  },
  {
    name: 'from-env-file',
    value: 'text',
    says: { es: 'Fichero de líneas clave=valor', en: 'File of lines key=value' },
  },
  { name: 'append-hash' },
];

/** The data that `--from-literal`, `--from-file` and `--from-env-file` give. */
function dataFrom(call: Call): ReadonlyMap<string, string> {
  const data = new Map<string, string>();
  const add = (key: string, value: string) => {
    if (!/^[-._a-zA-Z0-9]+$/.test(key) || key === '.' || key === '..')
      throw wrong(
        `${JSON.stringify(key)} is not a valid key name for a ConfigMap: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
      );
    if (data.has(key))
      throw wrong(`cannot add key ${JSON.stringify(key)}, another key by that name already exists in Data`);
    data.set(key, value);
  };
  for (const literal of call.flags.all('from-literal')) {
    const equals = literal.indexOf('=');
    if (equals <= 0) throw wrong(`invalid literal source ${literal}, expected key=value`);
    add(literal.slice(0, equals), literal.slice(equals + 1).replace(/^(['"])([\s\S]*)\1$/, '$2'));
  }
  for (const source of call.flags.all('from-file')) {
    const equals = source.indexOf('=');
    const path = source.slice(equals + 1);
    const place = resolvePath(call.cwd, path);
    const found = find(call.desk.files, place);
    if (found.state !== 'present') throw wrong(`error reading ${path}: no such file or directory`);
    if (found.entry.kind === 'directory') {
      for (const [at, entry] of call.desk.files.entries) {
        if (entry.kind === 'file' && at.startsWith(`${place}/`) && !at.slice(place.length + 1).includes('/'))
          add(at.slice(place.length + 1), entry.content ?? '');
      }
    } else
      add(equals === -1 ? path.slice(path.lastIndexOf('/') + 1) : source.slice(0, equals), found.entry.content ?? '');
  }
  for (const path of call.flags.all('from-env-file')) {
    const found = find(call.desk.files, resolvePath(call.cwd, path));
    if (found.state !== 'present') throw wrong(`error reading ${path}: no such file or directory`);
    for (const line of (found.entry.content ?? '').split('\n')) {
      const text = line.trim();
      const equals = text.indexOf('=');
      if (text === '' || text.startsWith('#')) continue;
      add(
        equals === -1 ? text : text.slice(0, equals),
        equals === -1 ? (own(call.env, text) ?? '') : text.slice(equals + 1),
      );
    }
  }
  return data;
}

const configMap = maker(
  'configmap',
  { es: 'Crea un ConfigMap de valores o ficheros', en: 'Create a ConfigMap from values or files' },
  'NAME [--from-file=[key=]source] [--from-literal=key1=value1]',
  fromFlags,
  (session, words) => {
    const data = dataFrom(session.call);
    return {
      apiVersion: 'v1',
      ...(data.size > 0 && { data: Object.fromEntries(data) }),
      kind: 'ConfigMap',
      metadata: meta(oneName(session, words, 'configmap')),
    };
  },
  { aliases: ['cm'] },
);

const secretOf = (
  session: Session,
  words: readonly string[],
  command: string,
  type: string | undefined,
  data: ReadonlyMap<string, string>,
): Fields => ({
  apiVersion: 'v1',
  ...(data.size > 0 && { data: Object.fromEntries([...data].map(([key, value]) => [key, base64(value)])) }),
  kind: 'Secret',
  metadata: meta(oneName(session, words, command)),
  ...(type !== undefined && { type }),
});

const secret: Command = {
  name: 'secret',
  says: { es: 'Crea un Secret', en: 'Create a Secret' },
  commands: [
    maker(
      'generic',
      { es: 'De valores o ficheros', en: 'From values or files' },
      'NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1]',
      [...fromFlags, { name: 'type', value: 'text' }],
      (session, words) =>
        secretOf(session, words, 'secret generic', session.call.flags.text('type'), dataFrom(session.call)),
    ),
    maker(
      'tls',
      { es: 'De un certificado y su clave', en: 'From a certificate and its key' },
      'NAME --cert=path/to/cert/file --key=path/to/key/file',
      [
        { name: 'cert', value: 'text' },
        { name: 'key', value: 'text' },
      ],
      (session, words) => {
        const read = (flag: string) => {
          const path = session.call.flags.text(flag);
          if (path === undefined) throw wrong('key and cert must be specified');
          const found = find(session.call.desk.files, resolvePath(session.call.cwd, path));
          if (found.state !== 'present') throw wrong(`open ${path}: no such file or directory`);
          return found.entry.content ?? '';
        };
        return secretOf(
          session,
          words,
          'secret tls',
          'kubernetes.io/tls',
          new Map([
            ['tls.crt', read('cert')],
            ['tls.key', read('key')],
          ]),
        );
      },
    ),
    maker(
      'docker-registry',
      { es: 'Con la contraseña de un registro', en: 'With the password of a registry' },
      'NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string]',
      ['docker-username', 'docker-password', 'docker-email', 'docker-server'].map(
        (name): Flag => ({ name, value: 'text' }),
      ),
      (session, words) => {
        const { flags } = session.call;
        const [username, password, email] = ['docker-username', 'docker-password', 'docker-email'].map(
          (name) => flags.text(name) ?? '',
        );
        const server = flags.text('docker-server') ?? 'https://index.docker.io/v1/';
        if (!username || !password)
          throw usage(
            session.call,
            'either --from-file or the combination of --docker-username, --docker-password and --docker-server is required',
            'create secret docker-registry',
          );
        const config = {
          auths: { [server]: { username, password, ...(email && { email }), auth: base64(`${username}:${password}`) } },
        };
        return secretOf(
          session,
          words,
          'secret docker-registry',
          'kubernetes.io/dockerconfigjson',
          new Map([['.dockerconfigjson', JSON.stringify(config)]]),
        );
      },
    ),
  ],
};

/** `8080:80` is the port and where it leads; `0` or `None` for a headless one. */
function servicePorts(call: Call): readonly Fields[] {
  return call.flags
    .list('tcp')
    .filter((one) => one !== '')
    .map((written) => {
      const [port = '', target] = written.split(':');
      const targetPort = target === undefined ? Number(port) : /^\d+$/.test(target) ? Number(target) : target;
      if (!/^\d+$/.test(port)) throw wrong(`strconv.ParseInt: parsing ${JSON.stringify(port)}: invalid syntax`);
      return { name: written.replace(':', '-'), port: Number(port), protocol: 'TCP', targetPort };
    });
}

function serviceCommand(
  name: string,
  says: Command['says'],
  type: string,
  flags: readonly Flag[],
  more: (call: Call) => Fields = () => ({}),
): Command {
  return maker(
    name,
    says,
    'NAME --tcp=port:targetPort',
    [{ name: 'tcp', value: 'list', says: { es: 'puerto:destino', en: 'port:targetPort' } }, ...flags],
    (session, words) => {
      const service = oneName(session, words, `service ${name}`);
      const ports = servicePorts(session.call);
      const extra = more(session.call);
      if (ports.length === 0 && extra.clusterIP !== 'None' && type !== 'ExternalName')
        throw wrong('at least one tcp port specifier must be provided');
      const nodePort = session.call.flags.text('node-port');
      const published = nodePort === undefined ? ports : ports.map((port) => ({ ...port, nodePort: Number(nodePort) }));
      return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: meta(service, undefined, { app: service }),
        spec: { ...(published.length > 0 && { ports: published }), selector: { app: service }, type, ...extra },
      };
    },
  );
}

const service: Command = {
  name: 'service',
  aliases: ['svc'],
  says: { es: 'Crea un Service', en: 'Create a Service' },
  commands: [
    serviceCommand(
      'clusterip',
      { es: 'Dentro del clúster', en: 'Inside the cluster' },
      'ClusterIP',
      [{ name: 'clusterip', value: 'text' }],
      (call) => (call.flags.has('clusterip') ? { clusterIP: call.flags.text('clusterip') } : {}),
    ),
    serviceCommand('nodeport', { es: 'En un puerto de los nodos', en: 'On a port of the nodes' }, 'NodePort', [
      { name: 'node-port', value: 'number' },
    ]),
    serviceCommand(
      'loadbalancer',
      { es: 'Con un balanceador de fuera', en: 'With a load balancer outside' },
      'LoadBalancer',
      [],
    ),
    serviceCommand(
      'externalname',
      { es: 'Otro nombre de un anfitrión de fuera', en: 'Another name of a host outside' },
      'ExternalName',
      [{ name: 'external-name', value: 'text' }],
      (call) => ({ externalName: call.flags.text('external-name') }),
    ),
  ],
};

const ruleFlags: readonly Flag[] = [
  { name: 'verb', value: 'list', says: { es: 'get,list,watch…', en: 'get,list,watch…' } },
  { name: 'resource', value: 'list', says: { es: 'pods,deployments.apps…', en: 'pods,deployments.apps…' } },
  { name: 'resource-name', value: 'list' },
];

/** Rules grouped by API group, as `kubectl create role` writes them. */
function rulesOf({ call, live }: Session): readonly Fields[] {
  const verbs = [...new Set(call.flags.list('verb').filter(Boolean))];
  const resources = call.flags.list('resource').filter(Boolean);
  if (verbs.length === 0) throw wrong('at least one verb must be specified');
  if (resources.length === 0) throw wrong('at least one resource must be specified');
  const groups = new Map<string, string[]>();
  for (const written of resources) {
    const [base = '', sub] = written.split('/', 2);
    const kind = base === '*' ? undefined : kindNamed(live, base);
    if (!kind && base !== '*') throw wrong(`the server doesn't have a resource type ${JSON.stringify(base)}`);
    const group = kind?.group ?? '*';
    groups.set(group, [...(groups.get(group) ?? []), `${kind?.plural ?? '*'}${sub === undefined ? '' : `/${sub}`}`]);
  }
  const names = call.flags.list('resource-name').filter(Boolean);
  return [...groups].map(([group, named]) => ({
    apiGroups: [group],
    ...(names.length > 0 && { resourceNames: names }),
    resources: named,
    verbs,
  }));
}

const role = maker(
  'role',
  { es: 'Crea un Role', en: 'Create a Role' },
  'NAME --verb=verb --resource=resource.group/subresource',
  ruleFlags,
  (session, words) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: meta(oneName(session, words, 'role')),
    rules: rulesOf(session),
  }),
);

const clusterRole = maker(
  'clusterrole',
  { es: 'Crea un ClusterRole', en: 'Create a ClusterRole' },
  'NAME --verb=verb --resource=resource.group',
  ruleFlags,
  (session, words) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: meta(oneName(session, words, 'clusterrole')),
    rules: rulesOf(session),
  }),
);

const bindingFlags: readonly Flag[] = [
  { name: 'clusterrole', value: 'text' },
  { name: 'role', value: 'text' },
  { name: 'user', value: 'list' },
  { name: 'group', value: 'list' },
  { name: 'serviceaccount', value: 'list', says: { es: 'espacio:nombre', en: 'namespace:name' } },
];

function bindingOf(session: Session, words: readonly string[], kind: 'RoleBinding' | 'ClusterRoleBinding'): Fields {
  const { flags } = session.call;
  const name = oneName(session, words, kind.toLowerCase());
  const [clusterrole, ofNamespace] = [flags.text('clusterrole'), flags.text('role')];
  if ((clusterrole === undefined) === (ofNamespace === undefined))
    throw wrong('exactly one of clusterrole or role must be specified');
  const accounts = flags
    .list('serviceaccount')
    .filter(Boolean)
    .map((written) => {
      const [namespaceOf, account] = written.split(':');
      if (!namespaceOf || !account) throw wrong('serviceaccount must be <namespace>:<name>');
      return { kind: 'ServiceAccount', name: account, namespace: namespaceOf };
    });
  const people = (['user', 'group'] as const).flatMap((flag) =>
    flags
      .list(flag)
      .filter(Boolean)
      .map((one) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: flag === 'user' ? 'User' : 'Group', name: one })),
  );
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: meta(name),
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: clusterrole === undefined ? 'Role' : 'ClusterRole',
      name: clusterrole ?? ofNamespace,
    },
    subjects: [...people, ...accounts],
  };
}

const roleBinding = maker(
  'rolebinding',
  { es: 'Da los derechos de un rol en un espacio de nombres', en: 'Grant a role in a namespace' },
  'NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname]',
  bindingFlags,
  (session, words) => bindingOf(session, words, 'RoleBinding'),
);
const clusterRoleBinding = maker(
  'clusterrolebinding',
  { es: 'Da los derechos de un ClusterRole en todo el clúster', en: 'Grant a ClusterRole in the whole cluster' },
  'NAME --clusterrole=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname]',
  bindingFlags,
  (session, words) => bindingOf(session, words, 'ClusterRoleBinding'),
);

const quota = maker(
  'quota',
  { es: 'Crea una ResourceQuota', en: 'Create a ResourceQuota' },
  'NAME [--hard=key1=value1,key2=value2]',
  [{ name: 'hard', value: 'text', says: { es: 'pods=3,requests.cpu=1', en: 'pods=3,requests.cpu=1' } }],
  (session, words) => {
    const name = oneName(session, words, 'quota');
    const hard = (session.call.flags.text('hard') ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [key = '', value] = pair.split('=');
        if (value === undefined) throw wrong(`invalid argument syntax ${pair}, expected <resource>=<value>`);
        return [key, value] as const;
      });
    return {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: meta(name),
      spec: { ...(hard.length > 0 && { hard: Object.fromEntries(hard) }) },
    };
  },
  { aliases: ['resourcequota'] },
);

const podTemplate = (
  name: string,
  image: string,
  command: readonly string[] | undefined,
  restartPolicy: string,
): Fields => ({
  spec: { containers: [{ ...(command && { command }), image, name, resources: {} }], restartPolicy },
});

const job = maker(
  'job',
  { es: 'Crea un Job', en: 'Create a Job' },
  'NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]',
  [
    { name: 'image', value: 'text' },
    { name: 'from', value: 'text', says: { es: 'cronjob/nombre', en: 'cronjob/name' } },
  ],
  (session, words) => {
    const { call, live, namespace: here } = session;
    const name = oneName(session, words, 'job');
    const [from, image] = [call.flags.text('from'), call.flags.text('image')];
    if ((from === undefined) === (image === undefined)) throw wrong('either --image or --from must be specified');
    if (image !== undefined)
      return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: meta(name),
        spec: { template: podTemplate(name, image, call.rest, 'Never') },
      };
    const cron = objectOf(live, {
      group: 'batch',
      kind: 'CronJob',
      namespace: here,
      name: (from ?? '').replace(/^(?:cronjobs?|cj)\//, ''),
    });
    if (!cron)
      throw fromServer('NotFound', `cronjobs.batch ${JSON.stringify((from ?? '').replace(/^.*\//, ''))} not found`);
    const { data } = jobOf(cron, name);
    return {
      ...data,
      metadata: { ...fieldsOf(data.metadata), annotations: { 'cronjob.kubernetes.io/instantiate': 'manual' } },
    };
  },
);

const cronJob = maker(
  'cronjob',
  { es: 'Crea un CronJob', en: 'Create a CronJob' },
  "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...]",
  [
    { name: 'image', value: 'text' },
    { name: 'schedule', value: 'text' },
    { name: 'restart', value: 'text' },
  ],
  (session, words) => {
    const name = oneName(session, words, 'cronjob');
    const image = needs(session, 'cronjob', 'image');
    const schedule = needs(session, 'cronjob', 'schedule');
    const template = podTemplate(name, image, session.call.rest, session.call.flags.text('restart') ?? 'OnFailure');
    return {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: meta(name),
      spec: { jobTemplate: { metadata: { name }, spec: { template } }, schedule },
    };
  },
  { aliases: ['cj'] },
);

const ingress = maker(
  'ingress',
  { es: 'Crea un Ingress', en: 'Create an Ingress' },
  'NAME --rule=host/path=service:port[,tls[=secret]]',
  [
    { name: 'rule', value: 'text', says: { es: 'host/ruta=servicio:puerto', en: 'host/path=service:port' } },
    { name: 'class', value: 'text' },
    { name: 'default-backend', value: 'text' },
    { name: 'annotation', value: 'text' },
  ],
  (session, words) => {
    const { flags } = session.call;
    const name = oneName(session, words, 'ingress');
    const backendOf = (written: string): Fields => {
      const [svc = '', port = ''] = written.split(':');
      if (!svc || !port)
        throw wrong(`rule ${written} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`);
      return { service: { name: svc, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } };
    };
    const rules = new Map<string, Fields[]>();
    for (const rule of flags.all('rule')) {
      const [, host = '', path = '', backend = ''] = /^([^/=]*)(\/[^=,]*)?=([^,]+)/.exec(rule) ?? [];
      if (backend === '')
        throw wrong(`rule ${rule} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`);
      const isPrefix = path.endsWith('*');
      rules.set(host, [
        ...(rules.get(host) ?? []),
        {
          backend: backendOf(backend),
          path: isPrefix ? path.slice(0, -1) || '/' : path || '/',
          pathType: isPrefix || path === '' ? 'Prefix' : 'Exact',
        },
      ]);
    }
    const fallback = flags.text('default-backend');
    if (rules.size === 0 && fallback === undefined)
      throw wrong(
        'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
      );
    const annotations = flags
      .all('annotation')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { ...meta(name), ...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }) },
      spec: {
        ...(fallback !== undefined && { defaultBackend: backendOf(fallback) }),
        ...(flags.has('class') && { ingressClassName: flags.text('class') }),
        ...(rules.size > 0 && {
          rules: [...rules].map(([host, paths]) => ({ ...(host !== '' && { host }), http: { paths } })),
        }),
      },
    };
  },
  { aliases: ['ing'] },
);

const disruptionBudget = maker(
  'poddisruptionbudget',
  { es: 'Crea un PodDisruptionBudget', en: 'Create a PodDisruptionBudget' },
  'NAME --selector=SELECTOR --min-available=N',
  [
    { name: 'selector', value: 'text' },
    { name: 'min-available', value: 'text' },
    { name: 'max-unavailable', value: 'text' },
  ],
  (session, words) => {
    const { flags } = session.call;
    const name = oneName(session, words, 'poddisruptionbudget');
    const number = (text: string | undefined) =>
      text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : text;
    const labels = (flags.text('selector') ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]);
    if (labels.length === 0) throw wrong('a selector must be specified');
    const [least, most] = [number(flags.text('min-available')), number(flags.text('max-unavailable'))];
    if ((least === undefined) === (most === undefined))
      throw wrong('one of min-available or max-unavailable must be specified');
    return {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: meta(name),
      spec: {
        ...(least !== undefined && { minAvailable: least }),
        ...(most !== undefined && { maxUnavailable: most }),
        selector: { matchLabels: Object.fromEntries(labels) },
      },
    };
  },
  { aliases: ['pdb'] },
);

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_create/ */
export const create: Command = {
  name: 'create',
  says: {
    es: 'Crea un objeto de un fichero o de lo que se escribe',
    en: 'Create an object from a file or from what is typed',
  },
  takes: '-f FILENAME',
  flags: [filename, kustomize, recursive, selector, ...common],
  beyond: [...beyond, 'edit', 'raw=', 'windows-line-endings'],
  commands: [
    deployment,
    namespace,
    account,
    configMap,
    secret,
    service,
    role,
    clusterRole,
    roleBinding,
    clusterRoleBinding,
    quota,
    job,
    cronJob,
    ingress,
    disruptionBudget,
    { name: 'priorityclass', says: { es: 'Crea una PriorityClass', en: 'Create a PriorityClass' } },
    { name: 'token', says: { es: 'Pide un token', en: 'Ask for a token' } },
  ],
  run: online((session) => {
    const { call } = session;
    if (call.operands.length > 0)
      throw new Stop(
        `Error: must specify one of -f and -k\n\nerror: unknown command ${JSON.stringify(call.operands.join(' '))}\nSee 'kubectl create -h' for help and examples`,
      );
    if (!call.flags.has('filename') && !call.flags.has('kustomize')) throw wrong('must specify one of -f and -k');
    const objects = objectsFrom(call, call.flags.on('recursive'));
    const dry = dryRunOf(session);
    return oneByOne(session, objects, (live, { resource, source }) => {
      const kind = kindInFile(live, resource, source);
      const wanted = named(placed(session, resource, kind), live.counter);
      if (dry !== 'client' && currentData(live, wanted))
        throw fromServer(
          'AlreadyExists',
          `error when creating ${JSON.stringify(source)}: ${resourceName(kind)} ${JSON.stringify(wanted.name)} already exists`,
        );
      const sent = send(
        live,
        call.flags.on('save-config') ? withLastApplied(wanted) : wanted,
        dry,
        `error when creating ${JSON.stringify(source)}`,
      );
      return {
        live: sent.live,
        kind,
        name: wanted.name,
        namespace: wanted.namespace,
        word: `created${dryText(dry)}`,
        did: 'created',
        view: sent.put.resource.data as Fields,
      };
    });
  }),
};

/** `generateName` gets five letters more. */
function named<T extends ReturnType<typeof placed>>(resource: T, counter: number): T {
  const prefix = resource.metadata.generateName;
  if (resource.name !== '' || typeof prefix !== 'string' || !isFields(resource.data)) return resource;
  const letters = Array.from({ length: 5 }, (_, index) =>
    'bcdfghjklmnpqrstvwxz2456789'.charAt(((counter + 17) * (index * 7 + 3) * 31) % 27),
  ).join('');
  const name = `${prefix}${letters}`;
  const data = { ...resource.data, metadata: { ...fieldsOf(resource.data.metadata), name } };
  return { ...resource, name, metadata: { ...resource.metadata, name }, data };
}
