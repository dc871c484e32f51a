import { type Files, filesOf } from './environment.ts';

export type Role = 'namenode' | 'datanode' | 'resourcemanager' | 'nodemanager';

/** A container of `apache/hadoop` as `docker run` is asked for it. */
export interface DaemonOptions {
  /** Its name, by which others of its network reach it. */
  readonly name: string;
  readonly role: Role;
  /** A network of one's own; the default one, which knows no names, when omitted. */
  readonly network?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Path by volume. */
  readonly volumes?: Readonly<Record<string, string>>;
  /** The command formats the NameNode each time before it starts it. */
  readonly formats?: true;
}

/** Directories of Hadoop by path. A volume keeps them by the path below where it is mounted. */
export type Disk = Map<string, NameDirectory | DataDirectory>;

export interface NameDirectory {
  readonly kind: 'name';
  readonly cluster: string;
  /** Files of HDFS, with the block that each is. */
  readonly files: ReadonlyMap<string, string>;
}

export interface DataDirectory {
  readonly kind: 'data';
  readonly cluster: string;
  readonly blocks: ReadonlySet<string>;
}

export interface Daemon {
  readonly options: DaemonOptions;
  readonly files: Files;
  /** What is written outside any volume: it goes with the container. */
  readonly layer: Disk;
  /** It ended by itself; it can be started again. */
  state: 'running' | 'stopped' | 'failed';
}

/** A machine with Docker: volumes, networks and containers, between two steps. */
export interface DaemonWorld {
  readonly volumes: Map<string, Disk>;
  readonly networks: Set<string>;
  readonly daemons: Map<string, Daemon>;
  /** Clusters that were formatted, and blocks that were written, to name the next one. */
  formatted: number;
  written: number;
}

export function emptyWorld(): DaemonWorld {
  return { volumes: new Map(), networks: new Set(), daemons: new Map(), formatted: 0, written: 0 };
}

/** A copy that may be changed. */
export function copyOf(world: DaemonWorld): DaemonWorld {
  const copyDaemon = (one: Daemon): Daemon => ({ ...one, layer: new Map(one.layer) });
  return {
    ...world,
    volumes: new Map([...world.volumes].map(([name, disk]) => [name, new Map(disk)])),
    networks: new Set(world.networks),
    daemons: new Map([...world.daemons].map(([name, one]) => [name, copyDaemon(one)])),
  };
}

export function newDaemon(options: DaemonOptions): Daemon {
  return { options, files: filesOf(options.environment ?? {}), layer: new Map(), state: 'running' };
}

export const setting = ({ files }: Daemon, file: string, name: string): string | undefined =>
  files.get(file)?.get(name);

/** Where a path of a container is kept. */
export interface Place {
  readonly disk: Disk;
  /** The path within it. */
  readonly key: string;
  /** The volume is mounted right here. */
  readonly isMount: boolean;
  /** The user of the image may write there: its own layer, and `/data`, which its start script opens to everybody. */
  readonly writable: boolean;
}

export function placeOf(world: DaemonWorld, { options, layer }: Daemon, path: string): Place {
  for (const [volume, mount] of Object.entries(options.volumes ?? {})) {
    if (path !== mount && !path.startsWith(`${mount}/`)) continue;
    const disk = world.volumes.get(volume) ?? new Map();
    return { disk, key: path.slice(mount.length) || '/', isMount: path === mount, writable: mount === '/data' };
  }
  return { disk: layer, key: path, isMount: false, writable: true };
}

/** Where the image's user keeps what no setting places. */
const temporary = '/tmp/hadoop-hadoop';

/** The directory of a NameNode or a DataNode; the first one of a list. */
export function directoryOf(daemon: Daemon): string {
  const isName = daemon.options.role === 'namenode';
  const written = setting(daemon, 'hdfs-site', isName ? 'dfs.namenode.name.dir' : 'dfs.datanode.data.dir');
  const fallback = `${setting(daemon, 'core-site', 'hadoop.tmp.dir') ?? temporary}/dfs/${isName ? 'name' : 'data'}`;
  const first = written?.split(',')[0]?.trim() || fallback;
  return first.replace(/^file:\/*/, '/').replace(/\/+$/, '');
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where a daemon takes the NameNode to be. @returns undefined without `hdfs://` in `fs.defaultFS` */
export function nameNodeOf(daemon: Daemon): Address | undefined {
  const match = /^hdfs:\/\/([^:/]+)(?::(\d+))?\/?$/.exec(setting(daemon, 'core-site', 'fs.defaultFS') ?? '');
  return match?.[1] === undefined ? undefined : { host: match[1], port: Number(match[2] ?? 8020) };
}
