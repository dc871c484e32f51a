import type { Answered } from './ask.ts';
import { resourcesOf } from './ask.ts';
import { type Autoscaler, branched, drawn, sharing, underLoad } from './checks/autoscaling/simulated.ts';
import type { LoadBranch, PlanBranch, UpdateBranch } from './checks/drawn/branch.ts';
import type { MigrationPicture, RolloutPicture, ScalingPicture } from './checks/drawn/picture.ts';
import { Journey, type Place } from './checks/migration/journey.ts';
import type { OfferedStep } from './checks/migration/params.ts';
import { type PlannedStep, timeline } from './checks/migration/timeline.ts';
import { livedUpdate, rested, type Turn } from './checks/update/lived.ts';
import type { Finding } from './core/finding.ts';
import { own } from './core/own.ts';
import type { Source } from './core/source.ts';
import type { Hop } from './core/trace.ts';
import { type LiveCluster, type Load, madeObject, openCluster, settle } from './lab/cluster/index.ts';
import { type Flow, type MigrationStep, worldOf } from './lab/migration/index.ts';
import type { Resource } from './model/manifests/manifests.ts';
import { relocate } from './parse/yaml/located.ts';
import { validate } from './schema/validate.ts';

/** What went on over time; without a picture where the world has nothing of the kind that was admitted. */
export interface OverTime<Picture> {
  readonly picture?: Picture;
  /** Why objects of the world are not in it. */
  readonly refused: readonly Hop[];
}

type AnsweredOverTime<Picture> = Answered<OverTime<Picture> | undefined>;

/** An update of a workload: by its name, to another image of its first container. */
export interface AskedUpdate {
  readonly workload: string;
  readonly image: string;
}

/**
 * Applies a Deployment or StatefulSet of a world again with another image, in a cluster that lives, and follows its pods until
 * nothing changes.
 * @param branch what is done in the middle of it
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askUpdate(
  sources: readonly Source[],
  { workload, image }: AskedUpdate,
  branch?: UpdateBranch,
): AnsweredOverTime<RolloutPicture> {
  const edited = branch && 'apply' in branch.does ? readWorld(branch.does.apply) : undefined;
  if (edited && 'problems' in edited) return edited;
  return asked(sources, ({ state, refused }) => {
    const before = workloadIn(state.resources, workload);
    if (!before) return { refused };
    const next = { ...before, data: withImage(before.data, image) };
    const does = branch && turnOf(branch.does, before, edited && workloadIn(edited.resources, workload), image);
    if (branch && !does) return { refused };
    const settled = rested(openWorld(), withNamespaces(state.resources));
    const lived = livedUpdate(settled, { image, next, ...(branch && does && { turn: { at: branch.at, does } }) });
    return 'refused' in lived ? lived : { picture: lived, refused };
  });
}

/** What the files do not show is taken to exist, as in every question about a world. */
const openWorld = (): LiveCluster => ({ ...openCluster(0), world: 'open' });

/** So is a namespace. */
function withNamespaces(resources: readonly Resource[]): readonly Resource[] {
  const shown = resources.filter(({ kind, group }) => kind === 'Namespace' && group === '').map(({ name }) => name);
  const named = new Set(resources.flatMap(({ namespace }) => namespace ?? []));
  const missing = [...named].filter((name) => !shown.includes(name));
  const made = missing.map((name) => madeObject({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  return [...made, ...resources];
}

const workloadIn = (resources: readonly Resource[], wanted: string): Resource | undefined =>
  resources.findLast(({ kind, name }) => name === wanted && (kind === 'Deployment' || kind === 'StatefulSet'));

/** @param edited the workload as it is written now; undefined where it is not any more, and nothing can be done with it */
function turnOf(
  does: UpdateBranch['does'],
  before: Resource,
  edited: Resource | undefined,
  image: string,
): Turn | undefined {
  if ('kill' in does) return does;
  if ('undo' in does) return { apply: before };
  if ('image' in does) return { apply: { ...before, data: withImage(before.data, does.image) } };
  return edited && { apply: { ...edited, data: withImage(edited.data, image) } };
}

/** A load that the pods of an autoscaler's target share. */
export interface AskedLoad {
  readonly load: readonly [Load, ...Load[]];
  /** Seconds to simulate. */
  readonly until: number;
}

/** An autoscaler under a load; `blind` where no metric could ever be computed. */
export interface Scaled extends ScalingPicture {
  readonly blind: boolean;
}

/**
 * Runs the first HorizontalPodAutoscaler of a world against a load.
 * @param branch another load from a moment on
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askScaling(
  sources: readonly Source[],
  asking: AskedLoad,
  branch?: LoadBranch,
): AnsweredOverTime<Scaled> {
  const { load, until } = branch ? branched(asking, branch) : asking;
  return asked(sources, ({ state, refused }) => {
    const found = state.resources.find(({ kind }) => kind === 'HorizontalPodAutoscaler') as Autoscaler | undefined;
    if (!found) return { refused };
    const { namespace = 'default', data } = found;
    const params = { target: data.spec?.scaleTargetRef?.name ?? '', namespace, load, until };
    const simulated = underLoad(params, found, state.resources);
    const blind = simulated.moments.slice(1).every((moment) => moment.blind);
    const picture = drawn(found, simulated);
    return { picture: { ...(branch ? sharing(picture, branch) : picture), blind }, refused };
  });
}

/** A plan, by the ids of its steps, and the requests that go on meanwhile. */
export interface AskedMigration {
  readonly plan: readonly string[];
  /** Every step on offer. Those that bring objects name a file, which is not of the world before. */
  readonly steps: readonly OfferedStep[];
  readonly flows: readonly [Flow, ...Flow[]];
}

/**
 * Carries out the steps of a migration in a world, and asks at every instant what becomes of the requests.
 * @param branch another step from some step on
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askMigration(
  sources: readonly Source[],
  { plan, steps, flows }: AskedMigration,
  branch?: PlanBranch,
): AnsweredOverTime<MigrationPicture> {
  const read = readWorld(sources);
  if ('problems' in read) return read;
  const { resources } = read;
  if (resources.length === 0) return { problems: [], answer: undefined };
  const files = new Set(steps.flatMap(({ does }) => ('file' in does ? [does.file] : [])));
  const journey = new Journey(() =>
    worldOf(
      resources.filter(({ at }) => !files.has(at.path)),
      {},
    ),
  );
  const planned = plan.flatMap((id): readonly PlannedStep[] => {
    const offered = steps.find((one) => one.id === id);
    return offered ? [{ offered }] : [];
  });
  const take = (from: Place, offered: OfferedStep) =>
    journey.onward(from, offered.id, () => stepIn(offered, resources));
  const timed = { section: '', flows, offers: steps, plan: planned, beyond: 0, take };
  const picture = timeline(journey.start(), timed, branch);
  return { problems: [], answer: { ...(picture && { picture }), refused: [] } };
}

function stepIn({ does }: OfferedStep, resources: readonly Resource[]): MigrationStep {
  if (!('file' in does)) return does;
  return { do: does.do, objects: resources.filter(({ at }) => at.path === does.file) };
}

interface World {
  readonly state: ReturnType<typeof settle>['state'];
  readonly refused: readonly Hop[];
}

function asked<Picture>(
  sources: readonly Source[],
  answer: (world: World) => OverTime<Picture>,
): AnsweredOverTime<Picture> {
  const read = readWorld(sources);
  if ('problems' in read) return read;
  if (read.resources.length === 0) return { problems: [], answer: undefined };
  const { state } = settle(read.resources);
  return { problems: [], answer: answer({ state, refused: state.rejected.map(({ hop }) => hop) }) };
}

/** The objects of files, where all of them can be read. */
function readWorld(
  sources: readonly Source[],
): { readonly problems: readonly [Finding, ...Finding[]] } | { readonly resources: readonly Resource[] } {
  const { resources, problems } = resourcesOf(sources);
  const invalid = resources.flatMap(validate).filter(({ severity }) => severity === 'error');
  const [first, ...rest] = [...problems, ...invalid];
  return first ? { problems: [first, ...rest] } : { resources };
}

type Copied = Readonly<Record<string, unknown>>;

/** The object with another image, every part of it where it is written. */
function withImage(data: Resource['data'], image: string): Resource['data'] {
  const at = (value: unknown, [key, ...path]: readonly (string | number)[]): unknown => {
    if (key === undefined) return image;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      return relocate(
        value.map((item, index) => (index === key ? at(item, path) : item)),
        value,
      );
    }
    return relocate({ ...value, [key]: at(own(value as Copied, String(key)), path) }, value);
  };
  return at(data, ['spec', 'template', 'spec', 'containers', 0, 'image']) as Resource['data'];
}
