import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import type { SettingsFile } from '../../../parse/settings/setting.ts';
import { sectionOf, siteOf } from './configuration.ts';
import { type Asked, dockerSteps, imageName, runAs, runtimeOf } from './container.ts';
import { type ContainerKind, containerKinds, environmentOf } from './environment.ts';
import { executorSteps, userSteps } from './executor.ts';
import { hops } from './hops.ts';
import type { NodeHost, TaskImage } from './host.ts';
import { insideSteps } from './inside.ts';
import { site, siteDefaults } from './names.ts';
import { isLinuxExecutor, startSteps } from './node-manager.ts';
import { firstRefusal } from './refusal.ts';

/** A job on a cluster of machines that are alike. */
export interface Launch {
  /** `yarn-site.xml` of the NodeManagers. */
  readonly site: SettingsFile;
  /** `container-executor.cfg`. */
  readonly executor: SettingsFile;
  /** What the job is submitted with: `mapred-site.xml`, or the file of `-conf`. */
  readonly job: SettingsFile;
  readonly submitter: string;
  readonly host: NodeHost;
  readonly images: readonly TaskImage[];
}

/** Where a container runs: in Docker, as a process of the machine, not at all, or never asked for. */
export type Place = 'docker' | 'host' | 'failed' | 'not-asked';

export interface LaunchOutcome {
  readonly nodeManager: 'running' | 'down';
  readonly master: Place;
  readonly map: Place;
  readonly reduce: Place;
  /** The first thing that goes wrong, by the key of its sentence; null where nothing does. */
  readonly error: string | null;
}

/**
 * Starts the NodeManagers and launches an ApplicationMaster, a map and a reduce task: the first container that fails keeps the
 * following ones from being asked for.
 * @see https://hadoop.apache.org/docs/current/hadoop-yarn/hadoop-yarn-site/DockerContainers.html
 */
export function launch(asked: Launch): Trace<LaunchOutcome> {
  const start = { site: siteOf(asked.site, siteDefaults), executor: sectionOf(asked.executor), host: asked.host };
  const job = siteOf(asked.job);
  const none = { master: 'not-asked', map: 'not-asked', reduce: 'not-asked' } as const;
  const framework = job.get('mapreduce.framework.name');
  if (framework?.text !== 'yarn') {
    const local = hop(hops, 'start', 'localJob', {}, { at: framework?.at ?? job.at });
    return { hops: [local], outcome: { nodeManager: 'running', ...none, error: keyOf(local) } };
  }
  const down = firstRefusal(startSteps, start);
  if (down) return { hops: [down], outcome: { nodeManager: 'down', ...none, error: keyOf(down) } };
  const told: Hop[] = [
    hop(hops, 'start', isLinuxExecutor(start) ? 'started' : 'plain', {}, { at: start.site.place(site.executor) }),
  ];
  const places: Record<ContainerKind, Place> = { ...none };
  for (const kind of containerKinds) {
    const container: Asked = {
      ...start,
      kind,
      env: environmentOf(job, kind),
      submitter: asked.submitter,
      docker: sectionOf(asked.executor, 'docker'),
      images: asked.images,
    };
    const { place, hop: decision } = launchOne(container);
    places[kind] = place;
    told.push(decision);
    if (place === 'failed') break;
  }
  const failed = containerKinds.some((kind) => places[kind] === 'failed') ? told.at(-1) : undefined;
  return { hops: told, outcome: { nodeManager: 'running', ...places, error: failed ? keyOf(failed) : null } };
}

const keyOf = ({ message }: Hop): string => message.slice(message.indexOf('/') + 1);

function launchOne(asked: Asked): { readonly place: Place; readonly hop: Hop } {
  const { kind, env, site: conf } = asked;
  const shuffle = conf.list(site.auxServices).includes('mapreduce_shuffle');
  // Only tasks bring data for the shuffle along.
  if (kind !== 'master' && !shuffle) {
    return refused(hop(hops, 'start', 'noShuffle', { name: site.auxServices }, { at: conf.place(site.auxServices) }));
  }
  const runtime = runtimeOf(asked);
  if (!isLinuxExecutor(asked)) {
    const isAsked = runtime.name === 'docker';
    return {
      place: 'host',
      hop: hop(hops, 'process', isAsked ? 'notObeyed' : 'onHost', { kind: words[kind] }, { at: runtime.at }),
    };
  }
  const user = firstRefusal(userSteps, asked);
  if (user) return refused(user);
  const outside = runtimeProblem(asked, runtime);
  if (outside) return refused(outside);
  if (runtime.name === 'default') {
    return { place: 'host', hop: hop(hops, 'process', 'onHost', { kind: words[kind] }, { at: env.place('') }) };
  }
  const refusal = firstRefusal([...dockerSteps, ...executorSteps, ...insideSteps], asked);
  if (refusal) return refused(refusal);
  const { name: image, at } = imageName(asked);
  return {
    place: 'docker',
    hop: hop(hops, 'run', 'launched', { kind: words[kind], image, user: runAs(asked) }, { at }),
  };
}

function runtimeProblem({ site: conf }: Asked, { name, at }: ReturnType<typeof runtimeOf>): Hop | undefined {
  const allowed = conf.list(site.runtimes).map((one) => one.toLowerCase());
  if (!allowed.includes(name)) {
    const place = allowed.includes('docker') ? at : conf.place(site.runtimes);
    return hop(hops, 'run', 'runtime', { runtime: name, allowed: [...allowed] }, { at: place });
  }
  return ['default', 'docker'].includes(name) ? undefined : hop(hops, 'run', 'otherRuntime', { runtime: name }, { at });
}

const refused = (decision: Hop): { readonly place: Place; readonly hop: Hop } => ({ place: 'failed', hop: decision });

/** What each kind is called in both languages. */
const words = { master: 'ApplicationMaster', map: 'map', reduce: 'reduce' } as const;
