import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../parse/settings/settings.ts';
import { type Launch, launch, type NodeHost, type TaskImage } from '../index.ts';

type Table = Readonly<Record<string, string>>;

const image = 'registro.ejemplo/equipo/conteo:1.0';
const runtime = 'yarn.nodemanager.runtime.linux';

const site: Table = {
  'yarn.nodemanager.aux-services': 'mapreduce_shuffle',
  'yarn.nodemanager.local-dirs': '/datos/yarn/local',
  'yarn.nodemanager.log-dirs': '/datos/yarn/log',
  'yarn.nodemanager.container-executor.class': 'org.apache.hadoop.yarn.server.nodemanager.LinuxContainerExecutor',
  [`${runtime}.allowed-runtimes`]: 'default,docker',
};

const executor: Table = {
  'yarn.nodemanager.linux-container-executor.group': 'hadoop',
  '[docker]': '',
  'module.enabled': 'true',
  'docker.trusted.registries': 'registro.ejemplo/equipo',
  'docker.allowed.networks': 'host,bridge',
  'docker.allowed.rw-mounts': '/datos/yarn/local,/datos/yarn/log',
  'docker.allowed.capabilities':
    'CHOWN,DAC_OVERRIDE,FSETID,FOWNER,MKNOD,NET_RAW,SETGID,SETUID,SETFCAP,SETPCAP,NET_BIND_SERVICE,SYS_CHROOT,KILL,AUDIT_WRITE',
};

const vars = `YARN_CONTAINER_RUNTIME_TYPE=docker,YARN_CONTAINER_RUNTIME_DOCKER_IMAGE=${image}`;
const job: Table = {
  'mapreduce.framework.name': 'yarn',
  'yarn.app.mapreduce.am.env': vars,
  'mapreduce.map.env': vars,
  'mapreduce.reduce.env': vars,
};

const host: NodeHost = {
  users: { ana: 1042, nobody: 65_534, yarn: 998 },
  groups: ['hadoop', 'users'],
  executorGroup: 'hadoop',
  paths: ['/datos/yarn/local', '/datos/yarn/log', '/etc/passwd', '/etc/hadoop'],
  hadoop: '3.4.1',
};

const images: readonly TaskImage[] = [
  { name: image, users: { root: 0, nobody: 65_534 }, java: true, hadoop: '3.4.0' },
  { name: 'registro.ejemplo/equipo/antigua:1', users: { nobody: 65_534 }, java: true, hadoop: '2.10.2' },
  { name: 'registro.ejemplo/equipo/pelada:1', users: { nobody: 65_534 } },
  { name: 'registro.ejemplo/equipo/solo-java:1', users: { nobody: 65_534 }, java: true },
  { name: 'conteo:1', users: { nobody: 65_534 }, java: true, hadoop: '3.4.1' },
];

interface Edit {
  readonly site?: Table;
  readonly executor?: Table;
  readonly job?: Table;
  readonly without?: readonly string[];
  readonly host?: Partial<NodeHost>;
}

const xml = (table: Table) =>
  `<configuration>${Object.entries(table)
    .map(([name, value]) => `<property><name>${name}</name><value>${value}</value></property>`)
    .join('\n')}</configuration>`;
/** What belongs to no section stands before the first one. */
const isGeneral = (name: string): boolean => !/^(?:\[|docker\.|module\.)/.test(name);
const cfg = (table: Table) =>
  Object.entries(table)
    .sort(([a], [b]) => Number(isGeneral(b)) - Number(isGeneral(a)))
    .map(([name, value]) => (name.startsWith('[') ? name : `${name}=${value}`))
    .join('\n');

function run(edit: Edit = {}) {
  const kept = (table: Table, more: Table = {}): Table =>
    Object.fromEntries(Object.entries({ ...table, ...more }).filter(([name]) => !edit.without?.includes(name)));
  const asked: Launch = {
    site: readSettings({ path: 'yarn-site.xml', text: xml(kept(site, edit.site)) }),
    executor: readSettings({ path: 'container-executor.cfg', text: cfg(kept(executor, edit.executor)) }),
    job: readSettings({ path: 'trabajo.xml', text: xml(kept(job, edit.job)) }),
    submitter: 'ana',
    host: { ...host, ...edit.host },
    images,
  };
  return launch(asked);
}

const asking = (more: string): Table => ({ 'mapreduce.map.env': `${vars},${more}`, 'yarn.app.mapreduce.am.env': '' });
const imageIs = (name: string): Table => ({
  'mapreduce.map.env': `YARN_CONTAINER_RUNTIME_TYPE=docker,YARN_CONTAINER_RUNTIME_DOCKER_IMAGE=${name}`,
  'yarn.app.mapreduce.am.env': '',
});
const passwdMount = { 'mapreduce.map.env.YARN_CONTAINER_RUNTIME_DOCKER_MOUNTS': '/etc/passwd:/etc/passwd:ro' };
const asAna = { 'yarn.nodemanager.linux-container-executor.nonsecure-mode.limit-users': 'false' };

it('launches all three containers in Docker when everything is there', () => {
  expect(run().outcome).toEqual({
    nodeManager: 'running',
    master: 'docker',
    map: 'docker',
    reduce: 'docker',
    error: null,
  });
});

describe('what is missing decides the error', () => {
  it.each<[string, Edit]>([
    ['localJob', { without: ['mapreduce.framework.name'] }],
    ['unknownExecutor', { site: { 'yarn.nodemanager.container-executor.class': 'LinuxContainerExecutor' } }],
    ['noGroup', { without: ['yarn.nodemanager.linux-container-executor.group'] }],
    ['unknownGroup', { executor: { 'yarn.nodemanager.linux-container-executor.group': 'yarn' } }],
    ['otherGroup', { executor: { 'yarn.nodemanager.linux-container-executor.group': 'users' } }],
    ['defaultNetwork', { site: { [`${runtime}.docker.default-container-network`]: 'puente' } }],
    ['noShuffle', { without: ['yarn.nodemanager.aux-services'] }],
    ['unknownUser', { host: { users: { ana: 1042 } } }],
    ['systemUser', { host: { users: { nobody: 99 } } }],
    ['bannedUser', { executor: { 'banned.users': 'nobody' }, without: [] }],
    ['runtime', { without: [`${runtime}.allowed-runtimes`] }],
    ['runtime', { job: { 'yarn.app.mapreduce.am.env': vars.replace('docker', 'Docker') } }],
    [
      'otherRuntime',
      {
        site: { [`${runtime}.allowed-runtimes`]: 'runc', [`${runtime}.type`]: 'runc' },
        job: { 'yarn.app.mapreduce.am.env': '' },
      },
    ],
    ['networkOfSite', { job: asking('YARN_CONTAINER_RUNTIME_DOCKER_CONTAINER_NETWORK=propia') }],
    ['noImage', { job: { 'yarn.app.mapreduce.am.env': 'YARN_CONTAINER_RUNTIME_TYPE=docker' } }],
    ['noImage', { job: { 'yarn.app.mapreduce.am.env': vars.replace(',', ', ') } }],
    ['imageName', { job: imageIs('Conteo') }],
    ['imageName', { job: imageIs(`${image}\n  `) }],
    ['lowUid', { site: { [`${runtime}.docker.userremapping-uid-threshold`]: '70000' } }],
    ['mountList', { job: asking('YARN_CONTAINER_RUNTIME_DOCKER_MOUNTS=/etc/passwd') }],
    ['privilegedOfSite', { job: asking('YARN_CONTAINER_RUNTIME_DOCKER_RUN_PRIVILEGED_CONTAINER=true') }],
    ['disabled', { without: ['module.enabled'] }],
    ['disabled', { executor: { 'module.enabled': 'True' } }],
    ['disabled', { without: ['[docker]'] }],
    ['networkOfExecutor', { without: ['docker.allowed.networks'] }],
    ['permittedMount', { executor: { 'docker.allowed.ro-mounts': '/no/existe' } }],
    ['mountRefused', { executor: { 'docker.allowed.rw-mounts': '/datos/yarn/local' } }],
    [
      'mountRefused',
      {
        executor: { 'docker.allowed.rw-mounts': '/datos/yarn/lo,/datos/yarn/log' },
        host: { paths: ['/datos/yarn/lo', '/datos/yarn/log'] },
      },
    ],
    [
      'mountAbove',
      {
        executor: { 'docker.allowed.rw-mounts': '/' },
        job: asking('YARN_CONTAINER_RUNTIME_DOCKER_MOUNTS=/etc:/etc:rw'),
      },
    ],
    ['noCapabilities', { without: ['docker.allowed.capabilities'] }],
    ['capability', { executor: { 'docker.allowed.capabilities': 'CHOWN' } }],
    ['imageUnknown', { job: imageIs('registro.ejemplo/equipo/conteo') }],
    ['untrusted', { without: ['docker.trusted.registries'] }],
    ['untrusted', { executor: { 'docker.trusted.registries': 'registro.ejemplo/equi' } }],
    ['uidUnknown', { site: asAna }],
    ['nameUnknown', { site: { ...asAna, [`${runtime}.docker.enable-userremapping.allowed`]: 'false' } }],
    ['noJava', { job: imageIs('registro.ejemplo/equipo/pelada:1') }],
    ['noHadoop', { job: imageIs('registro.ejemplo/equipo/solo-java:1') }],
    ['otherHadoop', { job: imageIs('registro.ejemplo/equipo/antigua:1') }],
  ])('%s %j', (error, edit) => {
    const { hops, outcome } = run(edit);
    expect(outcome.error).toBe(error);
    expect(hops.at(-1)?.at?.path).toMatch(/^(?:yarn-site\.xml|container-executor\.cfg|trabajo\.xml)$/);
  });
});

describe('what works as well', () => {
  it.each<[string, Edit]>([
    [
      'no capabilities asked for and none allowed',
      { site: { [`${runtime}.docker.capabilities`]: 'none' }, without: ['docker.allowed.capabilities'] },
    ],
    ['the directory above as one that may be mounted', { executor: { 'docker.allowed.rw-mounts': '/datos/yarn/' } }],
    [
      'the runtime and the image by default of the NodeManager',
      {
        site: { [`${runtime}.type`]: 'docker', [`${runtime}.docker.image-name`]: image },
        without: ['yarn.app.mapreduce.am.env', 'mapreduce.map.env', 'mapreduce.reduce.env'],
      },
    ],
    ['only Docker allowed', { site: { [`${runtime}.allowed-runtimes`]: 'DOCKER' } }],
    [
      'whoever submits, with the users of the machine',
      {
        site: asAna,
        executor: { 'docker.allowed.ro-mounts': '/etc/passwd' },
        job: {
          ...passwdMount,
          'mapreduce.reduce.env.YARN_CONTAINER_RUNTIME_DOCKER_MOUNTS': '/etc/passwd:/etc/passwd:ro',
          'yarn.app.mapreduce.am.env.YARN_CONTAINER_RUNTIME_DOCKER_MOUNTS': '/etc/passwd:/etc/passwd:ro',
        },
      },
    ],
    [
      'an image at the top level, trusted as such',
      {
        executor: { 'docker.trusted.registries': 'library' },
        job: { ...imageIs('conteo:1'), 'mapreduce.reduce.env': '' },
      },
    ],
  ])('%s', (_name, edit) => {
    const { outcome } = run(edit);
    expect([outcome.error, outcome.map]).toEqual([null, 'docker']);
  });

  it('a new line before the first variable makes it none', () => {
    const { outcome } = run({ job: { 'mapreduce.map.env': `\n      ${vars}` } });
    expect(outcome).toMatchObject({ master: 'docker', map: 'host', error: null });
  });

  it('a variable of its own counts before the list', () => {
    const { outcome } = run({
      job: { ...imageIs('x'), 'mapreduce.map.env.YARN_CONTAINER_RUNTIME_DOCKER_IMAGE': image },
    });
    expect(outcome).toMatchObject({ master: 'host', map: 'docker' });
  });
});

it('without LinuxContainerExecutor nobody listens, and nobody complains', () => {
  const { hops, outcome } = run({ without: ['yarn.nodemanager.container-executor.class'] });
  expect(outcome).toMatchObject({ master: 'host', map: 'host', reduce: 'host', error: null });
  expect(hops.map(({ message }) => message)).toContain('yarn/notObeyed');
});

it('a privileged container needs site, list and executor, and no user in the image', () => {
  const privileged = asking('YARN_CONTAINER_RUNTIME_DOCKER_RUN_PRIVILEGED_CONTAINER=true');
  const allowed = { ...asAna, [`${runtime}.docker.privileged-containers.allowed`]: 'true' };
  const listed = { ...allowed, [`${runtime}.docker.privileged-containers.acl`]: 'ana' };
  const errorOf = (edit: Edit) => run({ job: { ...privileged, 'mapreduce.reduce.env': '' }, ...edit }).outcome.error;
  expect(errorOf({ site: allowed })).toBe('privilegedUser');
  expect(errorOf({ site: listed })).toBe('privilegedOfExecutor');
  expect(errorOf({ site: listed, executor: { 'docker.privileged-containers.enabled': 'true' } })).toBe(null);
});

it('a map that fails keeps the reduce from being asked for', () => {
  expect(run({ job: { 'mapreduce.map.env': 'YARN_CONTAINER_RUNTIME_TYPE=docker' } }).outcome).toMatchObject({
    master: 'docker',
    map: 'failed',
    reduce: 'not-asked',
  });
});

it('names in braces stand for other values, and those that go in circles end', () => {
  const reference = '$' + '{base}';
  const dirs = { base: '/datos/yarn', 'yarn.nodemanager.local-dirs': `${reference}/local` };
  expect(run({ site: dirs }).outcome.error).toBe(null);
  expect(
    run({ site: { base: `${reference}/${reference}`, 'yarn.nodemanager.local-dirs': reference } }).outcome.error,
  ).toBe('mountRefused');
});
