import type { Answered } from './ask.ts';
import { resourcesOf } from './ask.ts';
import { type Autoscaler, drawn, underLoad } from './checks/autoscaling/simulated.ts';
import type { RolloutPicture, ScalingPicture } from './checks/drawn/picture.ts';
import { drawnOf } from './checks/update/follow.ts';
import { own } from './core/own.ts';
import type { Source } from './core/source.ts';
import type { Hop } from './core/trace.ts';
import { type Load, rollout, settle } from './lab/cluster/index.ts';
import type { Resource } from './model/manifests/manifests.ts';
import { relocate } from './parse/yaml/located.ts';
import { validate } from './schema/validate.ts';

/** What went on over time; without a picture where the world has nothing of the kind that was admitted. */
export interface OverTime<Picture> {
  readonly picture?: Picture;
  /** Why objects of the world are not in it. */
  readonly refused: readonly Hop[];
}

/** An update of a workload: by its name, to another image of its first container. */
export interface AskedUpdate {
  readonly workload: string;
  readonly image: string;
}

/**
 * Applies a Deployment or StatefulSet of a world again with another image, and follows its pods until nothing changes.
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askUpdate(
  sources: readonly Source[],
  { workload, image }: AskedUpdate,
): Answered<OverTime<RolloutPicture> | undefined> {
  return asked(sources, ({ state, refused }) => {
    const before = state.resources.find(
      ({ kind, name }) => name === workload && (kind === 'Deployment' || kind === 'StatefulSet'),
    );
    if (!before) return { refused };
    const next = { ...before, data: withImage(before.data, image) };
    return { picture: drawnOf(image, { next, ...rollout(state, next) }), refused };
  });
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
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askScaling(
  sources: readonly Source[],
  { load, until }: AskedLoad,
): Answered<OverTime<Scaled> | undefined> {
  return asked(sources, ({ state, refused }) => {
    const found = state.resources.find(({ kind }) => kind === 'HorizontalPodAutoscaler') as Autoscaler | undefined;
    if (!found) return { refused };
    const { namespace = 'default', data } = found;
    const params = { target: data.spec?.scaleTargetRef?.name ?? '', namespace, load, until };
    const simulated = underLoad(params, found, state.resources);
    const blind = simulated.moments.slice(1).every((moment) => moment.blind);
    return { picture: { ...drawn(found, simulated), blind }, refused };
  });
}

interface World {
  readonly state: ReturnType<typeof settle>['state'];
  readonly refused: readonly Hop[];
}

function asked<Picture>(
  sources: readonly Source[],
  answer: (world: World) => OverTime<Picture>,
): Answered<OverTime<Picture> | undefined> {
  const { resources, problems } = resourcesOf(sources);
  const invalid = resources.flatMap(validate).filter(({ severity }) => severity === 'error');
  const [first, ...rest] = [...problems, ...invalid];
  if (first) return { problems: [first, ...rest] };
  if (resources.length === 0) return { problems: [], answer: undefined };
  const { state } = settle(resources);
  return { problems: [], answer: answer({ state, refused: state.rejected.map(({ hop }) => hop) }) };
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
