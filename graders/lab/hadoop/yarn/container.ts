import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { hop } from '../../../core/trace.ts';
import type { Configuration } from './configuration.ts';
import type { ContainerKind, Environment } from './environment.ts';
import { hops } from './hops.ts';
import { type NodeHost, normalPath, type TaskImage } from './host.ts';
import { site, variables } from './names.ts';
import type { Start } from './node-manager.ts';
import type { Step } from './refusal.ts';

/** A container that a job asks for. */
export interface Asked extends Start {
  readonly kind: ContainerKind;
  readonly env: Environment;
  /** Who submitted the job. */
  readonly submitter: string;
  /** The `[docker]` section of `container-executor.cfg`. */
  readonly docker: Configuration;
  readonly images: readonly TaskImage[];
}

/** The runtime a container is asked to have: of its environment, else of the NodeManager. */
export function runtimeOf({ env, site: conf }: Asked): { readonly name: string; readonly at: Span } {
  const asks = env.get(variables.type);
  const name = asks?.text ?? conf.get(site.runtime)?.text ?? '';
  const at = asks ? env.place(variables.type) : conf.get(site.runtime)?.at;
  return { name: name === '' ? 'default' : name, at: at ?? env.place(variables.type) };
}

/** Who the container runs as. Without Kerberos, everybody is one user unless told otherwise. */
export function runAs({ site: conf, submitter }: Asked): string {
  return conf.get(site.limitUsers)?.text.toLowerCase() === 'false' ? submitter : (conf.get(site.localUser)?.text ?? '');
}

export function imageName({ env, site: conf }: Asked): { readonly name: string; readonly at: Span } {
  const asks = env.get(variables.image);
  const name = asks?.text || (conf.get(site.image)?.text ?? '');
  return {
    name,
    at: asks?.text ? env.place(variables.image) : (conf.get(site.image)?.at ?? env.place(variables.image)),
  };
}

export function networkOf({ env, site: conf }: Asked): { readonly name: string; readonly at: Span } {
  const asks = env.get(variables.network);
  return asks?.text
    ? { name: asks.text, at: env.place(variables.network) }
    : { name: conf.get(site.network)?.text ?? '', at: conf.place(site.network) };
}

export const isPrivileged = ({ env }: Asked): boolean => env.get(variables.privileged)?.text.toLowerCase() === 'true';

/** A directory or file of the machine that the container gets. */
export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly writable: boolean;
  readonly at: Span;
}

const oneMount = /^([^:]+):([^:]+?)(?::(r[ow]|(?:r[ow]\+)?r?(?:shared|slave|private)))?$/;

/** Mounts as a job or the site writes them. @returns undefined for what is no list of mounts */
export function readMounts(text: string, at: Span, mode?: 'ro' | 'rw'): readonly Mount[] | undefined {
  const mounts = text.split(',').map((part): Mount | undefined => {
    const [, source, target, written = 'rw'] = oneMount.exec(part.trim()) ?? [];
    if (source === undefined || target === undefined) return undefined;
    return { source, target, writable: !(mode ?? written).startsWith('ro'), at };
  });
  return mounts.some((mount) => mount === undefined) ? undefined : (mounts as readonly Mount[]);
}

/** What YARN mounts by itself, what the site adds, and what the job asks for. */
export function mountsOf(asked: Asked): readonly Mount[] {
  const { site: conf, env } = asked;
  const user = runAs(asked);
  const dirs = (name: string, below: readonly string[], writable: boolean): readonly Mount[] =>
    conf.list(name).flatMap((dir) =>
      below.map((rest) => {
        const path = normalPath(`${dir}${rest}`) ?? dir;
        return { source: path, target: path, writable, at: conf.place(name) };
      }),
    );
  const written = (name: string, mode: 'ro' | 'rw') =>
    readMounts(conf.get(name)?.text ?? '', conf.place(name), mode) ?? [];
  const asks = env.get(variables.mounts);
  return [
    ...dirs(site.logDirs, ['/application_1/container_1'], true),
    ...dirs(site.localDirs, [`/usercache/${user}/appcache/application_1`], true),
    ...dirs(site.localDirs, ['/filecache', `/usercache/${user}/filecache`], false),
    ...((asks && readMounts(asks.text, env.place(variables.mounts))) ?? []),
    ...written(site.readOnlyMounts, 'ro'),
    ...written(site.readWriteMounts, 'rw'),
  ];
}

const imagePattern = /^(?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9_./-]+(?::[\w.-]+)?$/;

/**
 * What the NodeManager itself refuses about a Docker container, in its order.
 * @see DockerLinuxContainerRuntime.launchContainer of hadoop-yarn-server-nodemanager 3.4.1
 */
export const dockerSteps: readonly Step<Asked>[] = [
  allowedNetwork,
  namedImage,
  validImage,
  highEnough,
  readableMounts,
  privilege,
];

function allowedNetwork(asked: Asked) {
  const { name: network, at } = networkOf(asked);
  const allowed = asked.site.list(site.networks);
  if (allowed.includes(network)) return undefined;
  return hop(hops, 'run', 'networkOfSite', { network, allowed: [...allowed] }, { at });
}

function namedImage(asked: Asked) {
  const { name, at } = imageName(asked);
  return name === '' ? hop(hops, 'run', 'noImage', { variable: variables.image }, { at }) : undefined;
}

function validImage(asked: Asked) {
  const { name, at } = imageName(asked);
  const [reference = '', digest] = name.split('@');
  const isValid = imagePattern.test(reference) && (digest === undefined || /^sha256:[a-z0-9]{12,64}$/.test(digest));
  return isValid ? undefined : hop(hops, 'run', 'imageName', { image: name }, { at });
}

function highEnough(asked: Asked) {
  const { site: conf, host } = asked;
  const lowest = Number(conf.get(site.lowestUid)?.text ?? 1);
  const uid = uidOf(host, runAs(asked));
  if (!conf.isTrue(site.remapping) || uid === undefined || !(uid < lowest)) return undefined;
  return hop(hops, 'user', 'lowUid', { uid, lowest }, { at: conf.place(site.lowestUid) });
}

function readableMounts({ env }: Asked) {
  const asks = env.get(variables.mounts);
  if (!asks || readMounts(asks.text, env.place(variables.mounts))) return undefined;
  return hop(hops, 'run', 'mountList', { mounts: asks.text }, { at: env.place(variables.mounts) });
}

function privilege(asked: Asked) {
  const { site: conf, submitter, env } = asked;
  if (!isPrivileged(asked)) return undefined;
  if (!conf.isTrue(site.privileged)) {
    return hop(hops, 'run', 'privilegedOfSite', {}, { at: env.place(variables.privileged) });
  }
  const acl = conf.get(site.privilegedAcl)?.text.split(/[\s,]+/) ?? [];
  if (acl.includes(submitter) || acl.includes('*')) return undefined;
  return hop(hops, 'run', 'privilegedUser', { user: submitter }, { at: conf.place(site.privilegedAcl) });
}

export const uidOf = ({ users }: NodeHost, user: string): number | undefined => own(users, user);
