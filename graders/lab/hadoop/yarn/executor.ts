import { hop } from '../../../core/trace.ts';
import { type Asked, imageName, isPrivileged, type Mount, mountsOf, networkOf, runAs, uidOf } from './container.ts';
import { hops } from './hops.ts';
import { exists, isWithin, normalPath } from './host.ts';
import { cfg, site } from './names.ts';
import type { Step } from './refusal.ts';

/** Where `container-executor.cfg` has to be: no container may write above it. */
const ownDirectory = '/etc/hadoop';

const lowestUid = 1000;
const bannedByDefault = ['yarn', 'mapred', 'hdfs', 'bin'];

/**
 * What `container-executor` refuses before it prepares the directories of any container.
 * @see check_user in container-executor.c
 */
export const userSteps: readonly Step<Asked>[] = [knownUser, ordinaryUser, allowedUser];

function knownUser(asked: Asked) {
  const user = runAs(asked);
  if (uidOf(asked.host, user) !== undefined) return undefined;
  return hop(hops, 'user', 'unknownUser', { user }, { at: asked.site.place(site.localUser) });
}

function ordinaryUser(asked: Asked) {
  const { executor, host } = asked;
  const user = runAs(asked);
  const uid = uidOf(host, user) ?? 0;
  const lowest = Number.parseInt(executor.get(cfg.lowestUid)?.text ?? '', 10);
  const limit = Number.isNaN(lowest) ? lowestUid : lowest;
  if (uid >= limit || executor.list(cfg.allowed).includes(user)) return undefined;
  return hop(hops, 'user', 'systemUser', { user, uid, lowest: limit }, { at: executor.place(cfg.lowestUid) });
}

function allowedUser(asked: Asked) {
  const { executor } = asked;
  const user = runAs(asked);
  const banned = executor.get(cfg.banned) ? executor.list(cfg.banned) : bannedByDefault;
  if (!banned.includes(user)) return undefined;
  return hop(hops, 'user', 'bannedUser', { user }, { at: executor.place(cfg.banned) });
}

/**
 * What `container-executor` refuses of a Docker container, in its order. An image that is not trusted gets neither mounts nor
 * capabilities, so that nothing of the sort is refused to it.
 * @see get_docker_run_command in docker-util.c of container-executor
 */
export const executorSteps: readonly Step<Asked>[] = [enabled, network, mountsOnDisk, mounts, privilege, capabilities];

/** @see check_trusted_image in docker-util.c */
export function isTrusted(asked: Asked): boolean {
  const { docker } = asked;
  const { name: image } = imageName(asked);
  const own = isPrivileged(asked) ? docker.list(cfg.privilegedRegistries) : [];
  return (own.length > 0 ? own : docker.list(cfg.trusted)).some((registry) => {
    if (registry.startsWith('library') && !image.includes('/')) return true;
    return image.startsWith(registry.endsWith('/') ? registry : `${registry}/`);
  });
}

function enabled({ docker }: Asked) {
  if (docker.get(cfg.enabled)?.text === 'true') return undefined;
  return hop(hops, 'run', 'disabled', { name: cfg.enabled }, { at: docker.place(cfg.enabled) });
}

function network(asked: Asked) {
  const { docker } = asked;
  const { name } = networkOf(asked);
  const allowed = docker.list(cfg.networks);
  if (allowed.includes(name)) return undefined;
  return hop(
    hops,
    'run',
    'networkOfExecutor',
    { network: name, allowed: [...allowed] },
    { at: docker.place(cfg.networks) },
  );
}

function mountsOnDisk(asked: Asked) {
  if (!isTrusted(asked)) return undefined;
  for (const name of [cfg.readOnlyMounts, cfg.readWriteMounts]) {
    for (const permitted of asked.docker.list(name)) {
      const path = normalPath(permitted);
      if (!isSource(asked, permitted, path)) {
        return hop(hops, 'run', 'permittedMount', { mount: permitted }, { at: asked.docker.place(name) });
      }
    }
  }
  return undefined;
}

/** A path that is there, the name of a volume, or a pattern of such names. */
function isSource({ host }: Asked, written: string, path: string | undefined): boolean {
  if (path !== undefined) return exists(host, path);
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(written) || written.startsWith('regex:');
}

function mounts(asked: Asked) {
  if (!isTrusted(asked)) return undefined;
  for (const mount of mountsOf(asked)) {
    const refusal = refusedMount(asked, mount);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusedMount({ docker }: Asked, { source, target, writable, at }: Mount) {
  const path = normalPath(source) ?? source;
  const isIn = (name: string): boolean =>
    docker.list(name).some((permitted) => isWithin(path, normalPath(permitted) ?? permitted));
  const written = `${source}:${target}`;
  if (writable && isIn(cfg.readWriteMounts)) {
    return isWithin(ownDirectory, path) ? hop(hops, 'run', 'mountAbove', { mount: written }, { at }) : undefined;
  }
  if (!writable && (isIn(cfg.readOnlyMounts) || isIn(cfg.readWriteMounts))) return undefined;
  const list = writable ? cfg.readWriteMounts : cfg.readOnlyMounts;
  return hop(hops, 'run', 'mountRefused', { mount: written, list }, { at: docker.place(list) });
}

function privilege(asked: Asked) {
  const { docker } = asked;
  if (!isPrivileged(asked)) return undefined;
  if (/^(?:1|true)$/i.test(docker.get(cfg.privileged)?.text ?? '') && isTrusted(asked)) return undefined;
  return hop(hops, 'run', 'privilegedOfExecutor', {}, { at: docker.place(cfg.privileged) });
}

function capabilities(asked: Asked) {
  const { docker, site: conf } = asked;
  if (!isTrusted(asked)) return undefined;
  const wanted = conf.list(site.capabilities);
  if (wanted.some((one) => one.toLowerCase() === 'none')) return undefined;
  const allowed = docker.list(cfg.capabilities);
  const refused = wanted.find((one) => !allowed.includes(one));
  if (refused === undefined) return undefined;
  return hop(
    hops,
    'run',
    allowed.length > 0 ? 'capability' : 'noCapabilities',
    { capability: refused },
    { at: docker.place(cfg.capabilities) },
  );
}
