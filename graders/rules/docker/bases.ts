import { memo } from '../../core/memo.ts';
import { BuildStop, globalArgs, type ImageProfile, imageOf, pull } from '../../lab/image/index.ts';
import type { Dockerfile, Single, Stage } from '../../model/dockerfile/dockerfile.ts';

/** The image of a stage, variables replaced by their defaults; undefined where one has none. */
export function imageName(dockerfile: Dockerfile, stage: Stage): string | undefined {
  return namesOf(dockerfile)(stage);
}

/** Names the images of stages: the arguments before the first `FROM` are worked out once. */
function namesOf(dockerfile: Dockerfile): (stage: Stage) => string | undefined {
  const values = orNothing(() => globalArgs(dockerfile));
  return (stage) => {
    const image = values && orNothing(() => imageOf(dockerfile, stage, values));
    return image === '' ? undefined : image;
  };
}

function orNothing<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (stop) {
    if (stop instanceof BuildStop) return undefined;
    throw stop;
  }
}

/** A stage, the stages it continues, and the image at the bottom where the catalogue knows it. */
export interface Lineage {
  /** From the stage itself down to the one with the base image. */
  readonly stages: readonly Stage[];
  readonly base: ImageProfile | 'scratch' | undefined;
}

export function lineage(dockerfile: Dockerfile, stage: Stage): Lineage {
  const steps = descent(dockerfile);
  const stages = [stage];
  for (let parent = steps.get(stage)?.parent; parent; parent = steps.get(parent)?.parent) stages.push(parent);
  return { stages, base: steps.get(stage)?.base };
}

/** What each stage continues and stands on, worked out once for all the rules that ask. */
const descent = memo((dockerfile: Dockerfile) => {
  const nameOf = namesOf(dockerfile);
  const steps = new Map<Stage, { readonly parent?: Stage; readonly base: Lineage['base'] }>();
  const named = new Map<string, Stage>();
  for (const stage of dockerfile.stages) {
    const image = nameOf(stage);
    const parent = image === undefined ? undefined : named.get(image);
    steps.set(stage, parent ? { parent, base: steps.get(parent)?.base } : { base: baseOf(image) });
    if (stage.name !== undefined) named.set(stage.name, stage);
  }
  return steps;
});

function baseOf(image: string | undefined): Lineage['base'] {
  if (image === undefined || image === 'scratch') return image;
  const answer = pull(image);
  return answer.ok && answer.image.certainty === 'known' ? answer.image : undefined;
}

/** The instructions that make up a stage, those of the stages it continues first. */
export function instructionsOf({ stages }: Lineage): Stage['instructions'] {
  return [...stages].reverse().flatMap(({ instructions }) => instructions);
}

/** The instructions of the last stage and of the stages it continues. */
export function lastLineage(dockerfile: Dockerfile): Stage['instructions'] {
  const last = dockerfile.stages.at(-1);
  return last ? instructionsOf(lineage(dockerfile, last)) : [];
}

/** The `USER` that the container of the last stage runs as, if it or a stage it continues names one. */
export function lastUser(dockerfile: Dockerfile): Single | undefined {
  const last = lastLineage(dockerfile).findLast(({ keyword }) => keyword === 'USER');
  return last && 'value' in last ? last : undefined;
}
