import { BuildStop, type ImageProfile, imageOf, parentStage, pull } from '../../lab/image/index.ts';
import type { Dockerfile, Single, Stage } from '../../model/dockerfile/dockerfile.ts';

/** The image of a stage, variables replaced by their defaults; undefined where one has none. */
export function imageName(dockerfile: Dockerfile, stage: Stage): string | undefined {
  try {
    const image = imageOf(dockerfile, stage);
    return image === '' ? undefined : image;
  } catch (stop) {
    if (stop instanceof BuildStop) return undefined;
    throw stop;
  }
}

/** The earlier stage that a stage continues. */
export function parentOf(dockerfile: Dockerfile, stage: Stage): Stage | undefined {
  return imageName(dockerfile, stage) === undefined ? undefined : parentStage(dockerfile, stage);
}

/** A stage, the stages it continues, and the image at the bottom where the catalogue knows it. */
export interface Lineage {
  /** From the stage itself down to the one with the base image. */
  readonly stages: readonly Stage[];
  readonly base: ImageProfile | 'scratch' | undefined;
}

export function lineage(dockerfile: Dockerfile, stage: Stage): Lineage {
  const stages = [stage];
  for (let parent = parentOf(dockerfile, stage); parent; parent = parentOf(dockerfile, parent)) stages.push(parent);
  const image = imageName(dockerfile, stages.at(-1) ?? stage);
  if (image === 'scratch') return { stages, base: 'scratch' };
  const answer = image === undefined ? undefined : pull(image);
  return { stages, base: answer?.ok && answer.image.certainty === 'known' ? answer.image : undefined };
}

/** The instructions that make up a stage, those of the stages it continues first. */
export function instructionsOf({ stages }: Lineage): Stage['instructions'] {
  return [...stages].reverse().flatMap(({ instructions }) => instructions);
}

/** The `USER` that the container of the last stage runs as, if the stage names one. */
export function lastUser({ stages }: Dockerfile): Single | undefined {
  const all = stages.at(-1)?.instructions ?? [];
  const last = all.findLast(({ keyword }) => keyword === 'USER');
  return last && 'value' in last ? last : undefined;
}
