import type { Span } from '../../core/span.ts';
import { type Hop, hop } from '../../core/trace.ts';
import type { Instruction } from '../../model/dockerfile/dockerfile.ts';
import type { Step } from './build/stage.ts';
import { hops } from './hops.ts';

/** What a second build does with an instruction that the first one carried out. */
export interface Rebuilt {
  readonly stage: number;
  readonly keyword: Instruction['keyword'];
  readonly at: Span;
  readonly cached: boolean;
}

/**
 * Which instructions run again when the context or the Dockerfile changes. An instruction is taken from the cache when
 * its text, its variables and the files it copies are the same and everything before it in its stage was cached.
 * Instructions that only change the configuration make no layer and are not counted.
 * @param before the steps of the build that filled the cache
 * @param after the steps of the build after the change
 * @see https://docs.docker.com/build/cache/invalidation/
 */
export function rebuild(
  before: readonly Step[],
  after: readonly Step[],
): { rebuilt: readonly Rebuilt[]; hops: readonly Hop[] } {
  const kept = new Map<number, readonly Step[]>();
  for (const step of before) kept.set(step.stage, [...(kept.get(step.stage) ?? []), step]);
  const broken = new Set<number>();
  const position = new Map<number, number>();
  const rebuilt: Rebuilt[] = [];
  const said: Hop[] = [];
  for (const step of after) {
    const index = position.get(step.stage) ?? 0;
    position.set(step.stage, index + 1);
    const same = kept.get(step.stage)?.[index]?.inputs === step.inputs && !dependsOnBroken(step, broken);
    const inherited = broken.has(step.stage);
    if (!same) broken.add(step.stage);
    if (!step.layer) continue;
    const cached = same && !inherited;
    const message = cached ? 'cached' : inherited ? 'rebuiltAfter' : 'rebuilt';
    said.push(hop(hops, 'cache', message, { keyword: step.keyword }, { at: step.at }));
    rebuilt.push({ stage: step.stage, keyword: step.keyword, at: step.at, cached });
  }
  return { rebuilt, hops: said };
}

/** A stage that continues another one is built again when that one is. */
function dependsOnBroken({ keyword, inputs }: Step, broken: ReadonlySet<number>): boolean {
  const parent = keyword === 'FROM' ? /\nstage (\d+)$/.exec(inputs)?.[1] : undefined;
  return parent !== undefined && broken.has(Number(parent));
}
