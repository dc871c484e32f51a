import { own } from '../../../core/own.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { hops } from './hops.ts';
import {
  type Address,
  type Daemon,
  type DaemonWorld,
  type DataDirectory,
  directoryOf,
  type NameDirectory,
  nameNodeOf,
  placeOf,
  setting,
} from './world.ts';

/** Starts the process of a container, in a world that may be changed. */
export function launchDaemon(world: DaemonWorld, daemon: Daemon): readonly Hop[] {
  const { name, role } = daemon.options;
  daemon.state = 'running';
  if (role !== 'namenode') return [hop(hops, 'start', 'started', { name })];
  const prepared = prepare(world, daemon);
  if (daemon.state !== 'running') return prepared;
  const address = nameNodeOf(daemon);
  const fail = (decision: Hop): readonly Hop[] => {
    daemon.state = 'failed';
    return [...prepared, decision];
  };
  if (!address) return fail(hop(hops, 'start', 'noAuthority', { name }));
  if (!nameDirectory(world, daemon)) {
    return fail(hop(hops, 'start', 'notFormatted', { name, directory: directoryOf(daemon) }));
  }
  const { host } = address;
  if (isLoopback(host)) return [...prepared, hop(hops, 'start', 'loopback', { name, host })];
  if (host !== name && host !== '0.0.0.0') return fail(hop(hops, 'start', 'otherAddress', { name, host }));
  return [...prepared, hop(hops, 'start', 'started', { name })];
}

/**
 * What the image does before the NameNode starts.
 * @see starter.sh of the image `apache/hadoop`
 */
function prepare(world: DaemonWorld, daemon: Daemon): readonly Hop[] {
  const { environment = {}, formats } = daemon.options;
  const ensured = own(environment, 'ENSURE_NAMENODE_DIR');
  const told: Hop[] = [];
  if (ensured) {
    const directory = ensured.replace(/\/+$/, '');
    if (isThere(world, daemon, directory)) told.push(hop(hops, 'start', 'ensureFound', { directory }));
    else told.push(formatDirectory(world, daemon));
  }
  if (formats && daemon.state === 'running') told.push(formatDirectory(world, daemon));
  return told;
}

/** Whether a folder exists: a volume is mounted there, or something was written in it. */
function isThere(world: DaemonWorld, daemon: Daemon, path: string): boolean {
  const mounts = Object.values(daemon.options.volumes ?? {});
  if (mounts.some((mount) => mount === path || mount.startsWith(`${path}/`))) return true;
  const { disk, key } = placeOf(world, daemon, path);
  return [...disk.keys()].some((one) => one === key || one.startsWith(`${key}/`));
}

/** `hdfs namenode -format -force`; a NameNode that cannot write ends. */
export function formatDirectory(world: DaemonWorld, daemon: Daemon): Hop {
  const directory = directoryOf(daemon);
  const { disk, key, writable } = placeOf(world, daemon, directory);
  if (!writable) {
    daemon.state = 'failed';
    return hop(hops, 'start', 'notWritable', { name: daemon.options.name, directory });
  }
  world.formatted += 1;
  const cluster = `CID-${world.formatted}`;
  disk.set(key, { kind: 'name', cluster, files: new Map() });
  return hop(hops, 'init', 'formatted', { directory, cluster });
}

export function nameDirectory(world: DaemonWorld, daemon: Daemon): NameDirectory | undefined {
  const { disk, key } = placeOf(world, daemon, directoryOf(daemon));
  const found = disk.get(key);
  return found?.kind === 'name' ? found : undefined;
}

export function dataDirectory(world: DaemonWorld, daemon: Daemon): DataDirectory | undefined {
  const { disk, key } = placeOf(world, daemon, directoryOf(daemon));
  const found = disk.get(key);
  return found?.kind === 'data' ? found : undefined;
}

const isLoopback = (host: string): boolean => host === 'localhost' || host.startsWith('127.');

/** The container that a name leads to from another one; names are known within a network of one's own. */
function peer(world: DaemonWorld, from: Daemon, host: string): Daemon | 'unknown' | undefined {
  const { network, name } = from.options;
  if (isLoopback(host) || host === name) return from;
  const other = world.daemons.get(host);
  if (!other || network === undefined || other.options.network !== network) return 'unknown';
  return other.state === 'running' ? other : undefined;
}

/** The NameNode that a container reaches, or why it reaches none. */
function reach(world: DaemonWorld, from: Daemon, { host, port }: Address): Daemon | Hop {
  const { name } = from.options;
  const found = peer(world, from, host);
  if (found === 'unknown') return hop(hops, 'dns', 'unknownHost', { name, host });
  const address = found && nameNodeOf(found);
  const listens =
    found?.options.role === 'namenode' &&
    address?.port === port &&
    (found === from || !isLoopback(address.host)) &&
    found.state === 'running';
  return listens ? found : hop(hops, 'endpoint', 'refused', { name, host, port });
}

/** A DataNode that holds blocks of the file system that is running. */
export interface Registered {
  readonly daemon: Daemon;
  readonly nameNode: Daemon;
}

/** Lets every running DataNode register: an empty one takes the clusterID, one of another cluster ends. */
export function register(world: DaemonWorld): {
  readonly registered: readonly Registered[];
  readonly hops: readonly Hop[];
} {
  const told: Hop[] = [];
  const registered: Registered[] = [];
  for (const daemon of world.daemons.values()) {
    const { name, role } = daemon.options;
    if (role !== 'datanode' || daemon.state !== 'running') continue;
    const address = nameNodeOf(daemon);
    const found = address ? reach(world, daemon, address) : fail(daemon, hop(hops, 'start', 'noAuthority', { name }));
    if ('message' in found) {
      told.push(found);
      continue;
    }
    const refusal = join(world, daemon, found);
    if (refusal) told.push(refusal);
    else {
      registered.push({ daemon, nameNode: found });
      told.push(hop(hops, 'ready', 'registered', { name, cluster: nameDirectory(world, found)?.cluster ?? '' }));
    }
  }
  return { registered, hops: told };
}

function fail(daemon: Daemon, decision: Hop): Hop {
  daemon.state = 'failed';
  return decision;
}

/** @see DataStorage.doTransition of hadoop-hdfs */
function join(world: DaemonWorld, daemon: Daemon, nameNode: Daemon): Hop | undefined {
  const { name } = daemon.options;
  const directory = directoryOf(daemon);
  const cluster = nameDirectory(world, nameNode)?.cluster ?? '';
  const { disk, key, writable } = placeOf(world, daemon, directory);
  if (!writable) return fail(daemon, hop(hops, 'start', 'notWritable', { name, directory }));
  const held = dataDirectory(world, daemon);
  if (!held) disk.set(key, { kind: 'data', cluster, blocks: new Set() });
  else if (held.cluster !== cluster) {
    return fail(daemon, hop(hops, 'start', 'incompatible', { name, directory, cluster, own: held.cluster }));
  }
  return undefined;
}

/** NodeManagers that the ResourceManager knows, and why others are not among them. */
export function nodeManagers(world: DaemonWorld): { readonly ready: readonly Daemon[]; readonly hops: readonly Hop[] } {
  const all = [...world.daemons.values()].filter(
    ({ options, state }) => options.role === 'nodemanager' && state === 'running',
  );
  const told: Hop[] = [];
  const ready = all.filter((daemon) => {
    const host = setting(daemon, 'yarn-site', 'yarn.resourcemanager.hostname') ?? '0.0.0.0';
    const found = peer(world, daemon, host);
    const isFound = found !== undefined && found !== 'unknown' && found.options.role === 'resourcemanager';
    if (!isFound) told.push(hop(hops, 'endpoint', 'noManager', { name: daemon.options.name, host }));
    return isFound;
  });
  return { ready, hops: told };
}
