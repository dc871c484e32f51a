import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { hops } from './hops.ts';
import {
  dataDirectory,
  formatDirectory,
  launchDaemon,
  nameDirectory,
  nodeManagers,
  type Registered,
  register,
} from './run.ts';
import {
  copyOf,
  type Daemon,
  type DaemonOptions,
  type DaemonWorld,
  directoryOf,
  newDaemon,
  placeOf,
  setting,
} from './world.ts';

/** One step on a machine with Docker. */
export type DaemonStep =
  | { readonly do: 'network' | 'volume'; readonly name: string }
  /** `docker run -d`, with a volume or network that is named. */
  | ({ readonly do: 'run' } & DaemonOptions)
  | { readonly do: 'stop' | 'start' | 'remove'; readonly name: string }
  /** Containers are removed, all of them, and run again as they were: a new version, another machine with the same volumes. */
  | { readonly do: 'recreate'; readonly names: readonly [string, ...string[]] }
  /** `docker run --rm` of a NameNode that is formatted and does not start. */
  | ({ readonly do: 'prepare' } & DaemonOptions)
  /** `hdfs namenode -format -force`, in a container like the one named. */
  | { readonly do: 'format'; readonly name: string }
  /** `hdfs dfs -put` and `-cat`. */
  | { readonly do: 'put' | 'read'; readonly file: string }
  /** A MapReduce job that reads one file of HDFS and leaves another one. */
  | { readonly do: 'job'; readonly reads: string; readonly leaves: string };

export interface DaemonStepped {
  readonly world: DaemonWorld;
  readonly trace: Trace<'done' | 'refused'>;
}

/** Carries out one step; afterwards every DataNode has registered, or ended. */
export function daemonStep(before: DaemonWorld, asked: DaemonStep): DaemonStepped {
  const world = copyOf(before);
  const changed = carryOut(world, asked);
  if (changed.refused) return { world: before, trace: { hops: changed.hops, outcome: 'refused' } };
  return { world, trace: { hops: [...changed.hops, ...register(world).hops], outcome: 'done' } };
}

/** DataNodes that serve the file system that is running, by name. */
export const registeredIn = (world: DaemonWorld): readonly string[] =>
  register(copyOf(world)).registered.map(({ daemon }) => daemon.options.name);

interface Changed {
  readonly hops: readonly Hop[];
  readonly refused?: true;
}

const did = (...told: readonly Hop[]): Changed => ({ hops: told });
const refuse = (...told: readonly Hop[]): Changed => ({ hops: told, refused: true });

function carryOut(world: DaemonWorld, asked: DaemonStep): Changed {
  switch (asked.do) {
    case 'network':
    case 'volume':
      return make(world, asked.do, asked.name);
    case 'run':
      return run(world, asked);
    case 'prepare':
      return prepare(world, asked);
    case 'recreate':
      return recreate(world, asked.names);
    case 'put':
      return put(world, asked.file);
    case 'read':
      return read(world, asked.file);
    case 'job':
      return job(world, asked.reads, asked.leaves);
    default: {
      const daemon = world.daemons.get(asked.name);
      if (!daemon) return refuse(hop(hops, 'engine', 'noContainer', { name: asked.name }));
      return toContainer(world, asked.do, daemon);
    }
  }
}

function make(world: DaemonWorld, kind: 'network' | 'volume', name: string): Changed {
  if (kind === 'network') {
    if (world.networks.has(name)) return refuse(hop(hops, 'engine', 'exists', { name }));
    world.networks.add(name);
  } else if (!world.volumes.has(name)) world.volumes.set(name, new Map());
  return did(hop(hops, 'engine', 'made', { name }));
}

function run(world: DaemonWorld, options: DaemonOptions): Changed {
  const { name, network, volumes = {} } = options;
  if (world.daemons.has(name)) return refuse(hop(hops, 'engine', 'nameTaken', { name }));
  if (network !== undefined && !world.networks.has(network)) {
    return refuse(hop(hops, 'engine', 'noNetwork', { name: network }));
  }
  const fresh = Object.keys(volumes).filter((volume) => !world.volumes.has(volume));
  for (const volume of fresh) world.volumes.set(volume, new Map());
  const daemon = newDaemon(options);
  world.daemons.set(name, daemon);
  const made = fresh.map((volume) => hop(hops, 'engine', 'newVolume', { name: volume }));
  return did(...made, ...launchDaemon(world, daemon));
}

function toContainer(world: DaemonWorld, what: 'stop' | 'start' | 'remove' | 'format', daemon: Daemon): Changed {
  const { options } = daemon;
  const { name } = options;
  switch (what) {
    case 'stop':
      daemon.state = 'stopped';
      return did(hop(hops, 'engine', 'stopped', { name }));
    case 'start':
      return did(...(daemon.state === 'running' ? [] : launchDaemon(world, daemon)));
    case 'remove':
      world.daemons.delete(name);
      return did(hop(hops, 'engine', 'removed', { name }));
    case 'format':
      return format(world, daemon);
  }
}

function recreate(world: DaemonWorld, names: readonly string[]): Changed {
  const found = names.map((name) => world.daemons.get(name));
  const missing = names.find((_, index) => found[index] === undefined);
  if (missing !== undefined) return refuse(hop(hops, 'engine', 'noContainer', { name: missing }));
  for (const name of names) world.daemons.delete(name);
  const again = found.flatMap((daemon) => (daemon ? run(world, daemon.options).hops : []));
  return did(...names.map((name) => hop(hops, 'engine', 'removed', { name })), ...again);
}

function prepare(world: DaemonWorld, options: DaemonOptions): Changed {
  for (const volume of Object.keys(options.volumes ?? {})) {
    if (!world.volumes.has(volume)) world.volumes.set(volume, new Map());
  }
  return format(world, newDaemon(options));
}

/** A container like another one, that formats and ends: where it has no volume, what it formats goes with it. */
function format(world: DaemonWorld, like: Daemon): Changed {
  const directory = directoryOf(like);
  const once = newDaemon(like.options);
  const { disk, key } = placeOf(world, once, directory);
  const owner = [...world.daemons.values()].find((one) => {
    const place = placeOf(world, one, directoryOf(one));
    return one.options.role === 'namenode' && one.state === 'running' && place.disk === disk && place.key === key;
  });
  if (owner) return refuse(hop(hops, 'init', 'locked', { directory, name: owner.options.name }));
  const decision = formatDirectory(world, once);
  return once.state === 'failed' ? refuse(decision) : did(decision);
}

/** Blocks go to as many DataNodes as `dfs.replication` of the NameNode says, in the order of their names. */
function put(world: DaemonWorld, file: string): Changed {
  const serving = servingIn(world);
  if ('message' in serving) return refuse(serving);
  const { nameNode, nodes } = serving;
  if (nodes.length === 0) return refuse(...register(world).hops, hop(hops, 'endpoint', 'noDataNodes', {}));
  const wanted = Number.parseInt(setting(nameNode, 'hdfs-site', 'dfs.replication') ?? '3', 10) || 3;
  const chosen = nodes.slice(0, wanted);
  world.written += 1;
  const block = `blk_${world.written}`;
  for (const daemon of chosen) {
    const own = dataDirectory(world, daemon);
    const { disk, key } = placeOf(world, daemon, directoryOf(daemon));
    if (own) disk.set(key, { ...own, blocks: new Set([...own.blocks, block]) });
  }
  const names = nameDirectory(world, nameNode);
  const { disk, key } = placeOf(world, nameNode, directoryOf(nameNode));
  if (names) disk.set(key, { ...names, files: new Map([...names.files, [file, block]]) });
  return did(hop(hops, 'copy', 'written', { file, n: chosen.length }));
}

function read(world: DaemonWorld, file: string): Changed {
  const serving = servingIn(world);
  if ('message' in serving) return refuse(serving);
  const { nameNode, nodes } = serving;
  const block = nameDirectory(world, nameNode)?.files.get(file);
  if (block === undefined) return refuse(hop(hops, 'endpoint', 'noFile', { file }));
  const holder = nodes.find((daemon) => dataDirectory(world, daemon)?.blocks.has(block));
  if (!holder) return refuse(...register(world).hops, hop(hops, 'endpoint', 'missingBlock', { file }));
  return did(hop(hops, 'copy', 'read', { file }));
}

function job(world: DaemonWorld, reads: string, leaves: string): Changed {
  const input = read(world, reads);
  if (input.refused) return input;
  const managers = [...world.daemons.values()].filter(
    ({ options, state }) => options.role === 'resourcemanager' && state === 'running',
  );
  if (managers.length === 0) return refuse(hop(hops, 'endpoint', 'noResourceManager', {}));
  const { ready, hops: told } = nodeManagers(world);
  if (ready.length === 0) return refuse(...told, hop(hops, 'schedule', 'waiting', {}));
  const lacking = ready.find(
    (one) =>
      !(setting(one, 'yarn-site', 'yarn.nodemanager.aux-services') ?? '').split(',').includes('mapreduce_shuffle'),
  );
  if (lacking) return refuse(hop(hops, 'process', 'noShuffle', { name: lacking.options.name }));
  const output = put(world, leaves);
  return output.refused ? output : did(...output.hops, hop(hops, 'process', 'done', { file: leaves }));
}

/** The NameNode that others reach, and its DataNodes. */
function servingIn(world: DaemonWorld): { readonly nameNode: Daemon; readonly nodes: readonly Daemon[] } | Hop {
  const { registered } = register(world);
  const [first] = registered;
  const nameNode = first?.nameNode ?? [...world.daemons.values()].find(isNameNode);
  if (!nameNode) return hop(hops, 'endpoint', 'noNameNode', {});
  const nodes = registered.filter((one: Registered) => one.nameNode === nameNode).map(({ daemon }) => daemon);
  return { nameNode, nodes };
}

const isNameNode = ({ options, state }: Daemon): boolean => options.role === 'namenode' && state === 'running';
