/** The pieces of Hadoop that the course names: what HDFS, YARN and MapReduce decide, on machines and in containers. */

export { type DaemonStep, type DaemonStepped, daemonStep, registeredIn } from './daemons/daemons.ts';
export { filesOf } from './daemons/environment.ts';
export { type DaemonOptions, type DaemonWorld, emptyWorld, type Role } from './daemons/world.ts';
export type { Conversation } from './flows/carry.ts';
export { type LayerOutcome, layerOf, type MeshFunction } from './flows/layer.ts';
export { type BlockRead, openByWeb, type ReadOutcome, readBlock, type WebOutcome, type WebRead } from './flows/read.ts';
export { type FlowName, urlOf } from './flows/wire.ts';
export type { DataNode, HdfsCluster, Member, Storage } from './hdfs/cluster.ts';
export { type HdfsOutcome, hdfs } from './hdfs/hdfs.ts';
export type { Locality } from './hdfs/locality.ts';
export type { Damage, Loss } from './hdfs/loss.ts';
export { type Placement, placements, type Write } from './hdfs/placement.ts';
export { type Diagnosis, diagnose } from './metrics/diagnose.ts';
export { dumpOf } from './metrics/dump.ts';
export { type Fault, type JobRun, type Measured, measure, trafficOf } from './metrics/run.ts';
export { type Job, type JobOutcome, loseNode, type Task } from './recovery/job.ts';
export { losePods, type PodsOutcome } from './recovery/pods.ts';
export type { NodeHost, TaskImage } from './yarn/host.ts';
export { type Launch, type LaunchOutcome, launch, type Place } from './yarn/launch.ts';
