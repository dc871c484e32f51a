import { hop } from '../../../core/trace.ts';
import type { Configuration } from './configuration.ts';
import { hops } from './hops.ts';
import type { NodeHost } from './host.ts';
import { cfg, executors, site } from './names.ts';
import type { Step } from './refusal.ts';

/** What a NodeManager starts with. */
export interface Start {
  readonly site: Configuration;
  /** `container-executor.cfg` before its sections. */
  readonly executor: Configuration;
  readonly host: NodeHost;
}

/** Whether containers are launched by `container-executor`, which Docker needs. */
export const isLinuxExecutor = ({ site: conf }: Start): boolean => conf.get(site.executor)?.text === executors.linux;

/**
 * What keeps a NodeManager from starting, in the order in which it looks.
 * @see NodeManager.serviceInit and LinuxContainerExecutor.init of hadoop-yarn-server-nodemanager 3.4.1, and main.c of
 * container-executor
 */
export const startSteps: readonly Step<Start>[] = [
  knownExecutor,
  configuredGroup,
  existingGroup,
  sameGroup,
  defaultNetwork,
];

function knownExecutor({ site: conf }: Start) {
  const name = conf.get(site.executor)?.text ?? '';
  if (Object.values<string>(executors).includes(name)) return undefined;
  return hop(hops, 'start', 'unknownExecutor', { name }, { at: conf.place(site.executor) });
}

function configuredGroup(start: Start) {
  if (!isLinuxExecutor(start) || start.executor.get(cfg.group)) return undefined;
  return hop(hops, 'start', 'noGroup', { name: cfg.group }, { at: start.executor.at });
}

function existingGroup(start: Start) {
  const { executor, host } = start;
  const group = executor.get(cfg.group)?.text ?? '';
  if (!isLinuxExecutor(start) || host.groups.includes(group)) return undefined;
  return hop(hops, 'start', 'unknownGroup', { group }, { at: executor.place(cfg.group) });
}

function sameGroup(start: Start) {
  const { executor, host } = start;
  const group = executor.get(cfg.group)?.text ?? '';
  if (!isLinuxExecutor(start) || group === host.executorGroup) return undefined;
  return hop(hops, 'start', 'otherGroup', { group, owner: host.executorGroup }, { at: executor.place(cfg.group) });
}

function defaultNetwork(start: Start) {
  const { site: conf } = start;
  const network = conf.get(site.network)?.text ?? '';
  const allowed = conf.list(site.networks);
  const hasDocker = conf.list(site.runtimes).some((runtime) => runtime.toLowerCase() === 'docker');
  if (!isLinuxExecutor(start) || !hasDocker || allowed.includes(network)) return undefined;
  return hop(hops, 'start', 'defaultNetwork', { network, allowed: [...allowed] }, { at: conf.place(site.network) });
}
