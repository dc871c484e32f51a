import { type Hop, hop } from '../../../core/trace.ts';
import type { Dockerfile, Stage } from '../../../model/dockerfile/dockerfile.ts';
import { platformProblem } from '../../../model/dockerfile/platform.ts';
import { hops } from '../hops.ts';
import { parseReference } from '../reference.ts';
import type { Pull } from '../registry.ts';
import { fromProfile, fromScratch } from './base.ts';
import { BuildStop } from './refusal.ts';
import type { StageState } from './stage.ts';
import { expanded, platformArgs } from './words.ts';

export type Registry = (reference: string) => Pull;

/** The values of the arguments before the first `FROM`. */
export function globalArgs({ globalArgs: declared, escapeChar }: Dockerfile): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...platformArgs };
  for (const { name, value } of declared.flatMap(({ declares }) => declares)) {
    if (value) values[name] = expanded(value, values, escapeChar);
  }
  return values;
}

/**
 * Which earlier stage a `FROM` continues, if any: the last one of that name. Names of stages are in lower case, and `FROM`,
 * unlike `COPY --from`, compares them as they are.
 */
export function parentStage(dockerfile: Dockerfile, stage: Stage, values = globalArgs(dockerfile)): Stage | undefined {
  return parentStageAmong(dockerfile.stages, stage, imageOf(dockerfile, stage, values));
}

/** @param image what the `FROM` of the stage says, its variables replaced */
export function parentStageAmong(stages: readonly Stage[], stage: Stage, image: string): Stage | undefined {
  return stages.findLast(({ name, index }) => name === image && index < stage.index);
}

/** Docker reads the image of every stage, also of those it does not build. @throws BuildStop where it is none */
export function checkImages(dockerfile: Dockerfile): void {
  const values = globalArgs(dockerfile);
  for (const stage of dockerfile.stages) {
    const { image, flags } = stage.from;
    for (const { name, value = '', valueAt } of flags) {
      if (name !== 'platform' || value === '') continue;
      const platform = expanded({ text: value, at: valueAt }, values, dockerfile.escapeChar);
      if (platform === '') throw new BuildStop({ kind: 'unset-variable', name: value }, valueAt);
      if (platformProblem(platform)) throw new BuildStop({ kind: 'bad-platform', platform }, valueAt);
    }
    const reference = imageOf(dockerfile, stage, values);
    const parsed = parentStage(dockerfile, stage, values) ? undefined : parseReference(reference);
    if (parsed?.ok === false)
      throw new BuildStop({ kind: 'invalid-reference', reference, problem: parsed.problem }, image.at);
    const copies = stage.instructions.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD');
    const origins = copies.flatMap((copy) => copy.flags.filter(({ name }) => name === 'from'));
    const circle = origins.find(({ value = '' }) => isItself(stage, value));
    if (circle) throw new BuildStop({ kind: 'circular', stage: circle.value ?? '' }, circle.valueAt);
  }
}

/** Whether a `--from` means the stage it stands in, by number or name. */
export function isItself({ index, name }: Stage, from: string): boolean {
  return /^\d+$/.test(from) ? Number(from) === index : from.toLowerCase() === name;
}

/**
 * The image of a `FROM`, its variables replaced.
 * @param values of the arguments before the first `FROM`
 */
export function imageOf(dockerfile: Dockerfile, { from }: Stage, values = globalArgs(dockerfile)): string {
  return expanded(from.image, values, dockerfile.escapeChar);
}

/** The state a stage based on an image begins with. @throws BuildStop when there is no such image */
export function begin(dockerfile: Dockerfile, stage: Stage, registry: Registry): { state: StageState; hop: Hop } {
  const { at } = stage.from.image;
  const image = imageOf(dockerfile, stage);
  if (image === 'scratch') return { state: fromScratch, hop: hop(hops, 'base', 'scratch', {}, { at }) };
  const answer = registry(image);
  if (!answer.ok) throw new BuildStop(pullRefusal(answer, image), at);
  return {
    state: fromProfile(answer.image),
    hop: hop(hops, 'base', 'base', { image: answer.image.reference }, { at }),
  };
}

export function pullRefusal(answer: Extract<Pull, { ok: false }>, written: string) {
  if (answer.reason === 'invalid-reference') {
    return { kind: answer.reason, reference: written, problem: answer.problem } as const;
  }
  const refusal = { kind: answer.reason, reference: written } as const;
  return answer.suggestion === undefined ? refusal : { ...refusal, suggestion: answer.suggestion };
}
