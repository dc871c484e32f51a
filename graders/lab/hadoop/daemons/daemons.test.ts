import { describe, expect, it } from 'vitest';
import { type DaemonOptions, type DaemonStep, daemonStep, emptyWorld, filesOf, registeredIn } from '../index.ts';

const defaultFs = { 'CORE-SITE.XML_fs.defaultFS': 'hdfs://nn:8020' };

const nn: DaemonOptions = {
  name: 'nn',
  role: 'namenode',
  network: 'red',
  volumes: { nombres: '/data' },
  environment: { ...defaultFs, 'HDFS-SITE.XML_dfs.namenode.name.dir': '/data/name', ENSURE_NAMENODE_DIR: '/data/name' },
};
const dn = (name: string, more: Partial<DaemonOptions> = {}): DaemonOptions => ({
  name,
  role: 'datanode',
  network: 'red',
  volumes: { [`${name}-bloques`]: '/data' },
  environment: { ...defaultFs, 'HDFS-SITE.XML_dfs.datanode.data.dir': '/data/dn' },
  ...more,
});

const network: DaemonStep = { do: 'network', name: 'red' };
const start = (options: DaemonOptions): DaemonStep => ({ do: 'run', ...options });
const put: DaemonStep = { do: 'put', file: '/a' };
const read: DaemonStep = { do: 'read', file: '/a' };
const base = [network, start(nn), start(dn('dn1')), put];

/** Carries out steps; the last message of the last one, and whether it was refused. */
function carry(...steps: readonly DaemonStep[]) {
  let world = emptyWorld();
  let [last, outcome]: [string[], string] = [[], ''];
  for (const step of steps) {
    const stepped = daemonStep(world, step);
    world = stepped.world;
    last = stepped.trace.hops.map(({ message }) => message.replace('daemons/', ''));
    outcome = stepped.trace.outcome;
  }
  return { last, outcome, registered: registeredIn(world) };
}

describe('the environment of the image', () => {
  it.each([
    ['CORE-SITE.XML_fs.defaultFS', 'core-site', 'fs.defaultFS'],
    ['HDFS-SITE.XML_dfs.namenode.name.dir', 'hdfs-site', 'dfs.namenode.name.dir'],
    ['hdfs-site.xml_dfs.replication', 'hdfs-site', 'dfs.replication'],
    ['LOG4J.PROPERTIES_log4j.rootLogger', 'log4j', 'log4j.rootLogger'],
  ])('%s is a setting of %s', (variable, file, name) => {
    expect(
      filesOf({ [variable]: '"x"' })
        .get(file)
        ?.get(name),
    ).toBe('x');
  });

  it.each(['ENSURE_NAMENODE_DIR', 'HADOOP_HOME', 'fs.defaultFS', 'PATH'])('%s is none', (variable) => {
    expect([...filesOf({ [variable]: 'x' })]).toEqual([]);
  });

  it('the convention of other images writes another file', () => {
    expect(filesOf({ CORE_CONF_fs_defaultFS: 'hdfs://nn' }).get('core-site')).toBeUndefined();
  });
});

describe('a file system in containers', () => {
  it('is formatted once, and keeps its files in volumes', () => {
    expect(carry(...base, read)).toMatchObject({ outcome: 'done', registered: ['dn1'] });
    expect(carry(...base, { do: 'recreate', names: ['nn'] }, { do: 'recreate', names: ['dn1'] }, read).outcome).toBe(
      'done',
    );
    expect(carry(...base, { do: 'stop', name: 'nn' }, { do: 'start', name: 'nn' }, read).outcome).toBe('done');
  });

  it('a NameNode without a volume forgets everything, and its DataNodes are of another cluster', () => {
    const { volumes: _, ...bare } = nn;
    const recreated = carry(network, start(bare), start(dn('dn1')), put, { do: 'recreate', names: ['nn'] });
    expect(recreated.last).toContain('incompatible');
    expect(recreated.registered).toEqual([]);
    expect(
      carry(network, start(bare), start(dn('dn1')), put, { do: 'stop', name: 'nn' }, { do: 'start', name: 'nn' }, read)
        .outcome,
    ).toBe('done');
  });

  it('a DataNode without a volume loses its blocks with its container, and not before', () => {
    const bare = dn('dn1', { volumes: {} });
    const steps = [network, start(nn), start(bare), put];
    expect(carry(...steps, { do: 'stop', name: 'dn1' }, { do: 'start', name: 'dn1' }, read).outcome).toBe('done');
    expect(carry(...steps, { do: 'recreate', names: ['dn1'] }, read).last.at(-1)).toBe('missingBlock');
    expect(
      carry(network, start(nn), start(bare), start(dn('dn2')), put, { do: 'recreate', names: ['dn1'] }, read).outcome,
    ).toBe('done');
  });

  it('formatted again it has another clusterID', () => {
    const again = carry(...base, { do: 'stop', name: 'nn' }, { do: 'format', name: 'nn' }, { do: 'start', name: 'nn' });
    expect(again.last).toContain('incompatible');
    expect(carry(...base, { do: 'format', name: 'nn' }).last).toEqual(['locked']);
    const always = carry(network, start({ ...nn, formats: true }), start(dn('dn1')), put, {
      do: 'recreate',
      names: ['nn'],
    });
    expect(always.last).toContain('incompatible');
  });

  it('can be formatted before it starts, in a container of its own', () => {
    const { ENSURE_NAMENODE_DIR: _, ...environment } = nn.environment as Record<string, string>;
    const plain = { ...nn, environment };
    const prepare: DaemonStep = { do: 'prepare', ...plain };
    expect(
      carry(network, prepare, start(plain), start(dn('dn1')), put, { do: 'recreate', names: ['nn', 'dn1'] }, read)
        .outcome,
    ).toBe('done');
    const { volumes: _none, ...bare } = plain;
    expect(carry(network, { do: 'prepare', ...bare }, start(bare)).last).toContain('notFormatted');
    expect(carry(network, start(nn), prepare).last).toEqual(['locked']);
  });

  it.each<[string, Partial<DaemonOptions>]>([
    ['notFormatted', { environment: { ...nn.environment, ENSURE_NAMENODE_DIR: '' } }],
    ['ensureFound', { environment: { ...nn.environment, ENSURE_NAMENODE_DIR: '/data' } }],
    [
      'notWritable',
      {
        volumes: { nombres: '/nombres' },
        environment: { ...nn.environment, 'HDFS-SITE.XML_dfs.namenode.name.dir': 'file:///nombres/nn' },
      },
    ],
    ['noAuthority', { environment: { CORE_CONF_fs_defaultFS: 'hdfs://nn:8020', ENSURE_NAMENODE_DIR: '/data/name' } }],
    ['otherAddress', { environment: { ...nn.environment, 'CORE-SITE.XML_fs.defaultFS': 'hdfs://otro' } }],
  ])('ends with %s', (message, more) => {
    expect(carry(network, start({ ...nn, ...more })).last).toContain(message);
  });

  it.each<[string, Partial<DaemonOptions>, Partial<DaemonOptions>]>([
    ['refused', { environment: { ...nn.environment, 'CORE-SITE.XML_fs.defaultFS': 'hdfs://localhost:8020' } }, {}],
    ['refused', {}, { environment: { 'CORE-SITE.XML_fs.defaultFS': 'hdfs://localhost:8020' } }],
    ['refused', {}, { environment: { 'CORE-SITE.XML_fs.defaultFS': 'hdfs://nn:9000' } }],
    ['unknownHost', {}, { environment: { 'CORE-SITE.XML_fs.defaultFS': 'hdfs://namenode' } }],
    [
      'notWritable',
      {},
      {
        volumes: { b: '/bloques' },
        environment: { ...defaultFs, 'HDFS-SITE.XML_dfs.datanode.data.dir': '/bloques/dn' },
      },
    ],
    ['noAuthority', {}, { environment: {} }],
  ])('a DataNode does not register: %s', (message, ofName, ofData) => {
    const { last, registered } = carry(network, start({ ...nn, ...ofName }), start(dn('dn1', ofData)));
    expect([last.includes(message), registered]).toEqual([true, []]);
  });

  it('the default network knows no names', () => {
    const without = ({ network: _, ...rest }: DaemonOptions): DaemonOptions => rest;
    expect(carry(start(without(nn)), start(without(dn('dn1')))).last).toContain('unknownHost');
  });

  it('writes to as many DataNodes as there are, up to dfs.replication', () => {
    const nodes = ['dn1', 'dn2', 'dn3', 'dn4'].map((name) => start(dn(name)));
    const two = { ...nn, environment: { ...nn.environment, 'HDFS-SITE.XML_dfs.replication': '2' } };
    const readAfter = (one: DaemonOptions, gone: readonly string[]) =>
      carry(network, start(one), ...nodes, put, ...gone.map((name): DaemonStep => ({ do: 'stop', name })), read)
        .outcome;
    expect([readAfter(two, ['dn1']), readAfter(two, ['dn1', 'dn2'])]).toEqual(['done', 'refused']);
    expect([readAfter(nn, ['dn1', 'dn2']), readAfter(nn, ['dn1', 'dn2', 'dn3'])]).toEqual(['done', 'refused']);
  });

  it.each<[string, readonly DaemonStep[]]>([
    ['noNetwork', [start(nn)]],
    ['nameTaken', [network, start(nn), start(nn)]],
    ['noContainer', [{ do: 'stop', name: 'nn' }]],
    ['noNameNode', [put]],
    ['noDataNodes', [network, start(nn), put]],
    ['noFile', [network, start(nn), read]],
    ['exists', [network, network]],
  ])('refuses: %s', (message, steps) => {
    const { last, outcome } = carry(...steps);
    expect([last.at(-1), outcome]).toEqual([message, 'refused']);
  });
});

describe('a job', () => {
  const rm: DaemonOptions = { name: 'rm', role: 'resourcemanager', network: 'red' };
  const nm = (environment: Record<string, string>): DaemonOptions => ({
    name: 'nm',
    role: 'nodemanager',
    network: 'red',
    environment,
  });
  const good = {
    'YARN-SITE.XML_yarn.resourcemanager.hostname': 'rm',
    'YARN-SITE.XML_yarn.nodemanager.aux-services': 'mapreduce_shuffle',
  };
  const job: DaemonStep = { do: 'job', reads: '/a', leaves: '/b' };

  it('reads a file and leaves another one', () => {
    expect(carry(...base, start(rm), start(nm(good)), job, { do: 'read', file: '/b' }).outcome).toBe('done');
  });

  it.each<[string, readonly DaemonStep[]]>([
    ['noResourceManager', []],
    ['waiting', [start(rm)]],
    ['waiting', [start(rm), start(nm({ ...good, 'YARN-SITE.XML_yarn.resourcemanager.hostname': 'otro' }))]],
    ['noShuffle', [start(rm), start(nm({ 'YARN-SITE.XML_yarn.resourcemanager.hostname': 'rm' }))]],
  ])('is refused: %s', (message, steps) => {
    expect(carry(...base, ...steps, job).last.at(-1)).toBe(message);
  });

  it('needs what it reads', () => {
    expect(carry(network, start(nn), start(dn('dn1')), job).last.at(-1)).toBe('noFile');
  });
});
