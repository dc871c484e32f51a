import { mayBeSetBy } from '../../lab/image/index.ts';
import type { Dockerfile, Instruction, Word } from '../../model/dockerfile/dockerfile.ts';
import { expand } from '../../parse/dockerfile/expand.ts';
import { instructionsOf, type Lineage, lineage } from './bases.ts';
import { automatic } from './words.ts';

/** The text of a word, its variables replaced; undefined where the value of one is not certain. */
export type TextOf = (word: Word) => string | undefined;

/** Visits the instructions of every stage with what the variables say there whatever the command line gives. */
export function visitWithValues(
  dockerfile: Dockerfile,
  visit: (instruction: Instruction, textOf: TextOf) => void,
): void {
  for (const stage of dockerfile.stages) {
    const line = lineage(dockerfile, stage);
    // Undefined where an argument may have any value.
    const values = new Map<string, string | undefined>();
    const isCertain = (name: string) => (values.has(name) ? values.get(name) !== undefined : isUnset(name, line));
    const textOf: TextOf = ({ text }) => {
      const { value, references, problem } = expand(text, (name) => values.get(name), dockerfile.escapeChar);
      return !problem && references.every(({ name }) => isCertain(name)) ? value : undefined;
    };
    for (const instruction of instructionsOf(line)) {
      if (stage.instructions.includes(instruction)) visit(instruction, textOf);
      if (instruction.keyword === 'ARG') for (const { name } of instruction.declares) values.set(name, undefined);
      if (instruction.keyword !== 'ENV') continue;
      const set = instruction.sets.map(({ name, value }) => [name, value ? textOf(value) : ''] as const);
      for (const [name, value] of set) values.set(name, value);
    }
  }
}

/** Nobody declares it, and the image below, which is known, sets no such variable. */
function isUnset(name: string, { base }: Lineage): boolean {
  if (automatic.has(name) || base === undefined) return false;
  return base === 'scratch' || !(Object.hasOwn(base.env, name) || mayBeSetBy(base.repository, name));
}
