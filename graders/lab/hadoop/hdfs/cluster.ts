/** The rack of whoever no topology script places. */
export const defaultRack = '/default-rack';

/**
 * What keeps the blocks of a DataNode: the disk of its machine; a volume that follows the pod to another machine; or the
 * pod itself, in which case they go with it.
 */
export type Storage = 'machine' | 'network' | 'pod';

/** Where something runs, as it is and as Hadoop sees it. */
export interface Member {
  /** The host name it registers with: of the machine, or of the pod. */
  readonly name: string;
  /** The machine it is on; the name when omitted. */
  readonly machine?: string;
  /** The rack that machine is in. */
  readonly rack: string;
}

export interface DataNode extends Member {
  /** `machine` when omitted. */
  readonly storage?: Storage;
}

/** HDFS and the NodeManagers that run tasks over it. At most 16 of each. */
export interface HdfsCluster {
  readonly dataNodes: readonly DataNode[];
  readonly nodeManagers?: readonly Member[];
  /** A script or table tells Hadoop the rack of each host name; otherwise all are in `/default-rack`. */
  readonly topology?: boolean;
  /** Copies that the storage under each DataNode makes by itself; 1 when omitted. */
  readonly volumeCopies?: number;
}

export const machineOf = ({ name, machine }: Member): string => machine ?? name;

/** The rack that Hadoop takes a member to be in. */
export const knownRack = ({ topology }: HdfsCluster, { rack }: Member): string => (topology ? rack : defaultRack);
