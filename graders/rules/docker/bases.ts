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
  const nameOf = namesOf(dockerfile);
  const parentOf = (one: Stage): Stage | undefined => {
    const image = nameOf(one);
    return dockerfile.stages.findLast(({ name, index }) => name !== undefined && name === image && index < one.index);
  };
  const stages = [stage];
  for (let parent = parentOf(stage); parent; parent = parentOf(parent)) stages.push(parent);
  const image = nameOf(stages.at(-1) ?? stage);
  if (image === 'scratch') return { stages, base: 'scratch' };
  const answer = image === undefined ? undefined : pull(image);
  return { stages, base: answer?.ok && answer.image.certainty === 'known' ? answer.image : undefined };
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
