import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { type Problem, problem } from '../gate/problem.ts';
import type { Mutant } from './mutant.ts';

/** A mutant its author declares to be right as well, and why. `*` in `at` stands for any text. */
export interface Harmless {
  readonly mutator: string;
  readonly at: string;
  readonly why: string;
}

/** Reads `harmless.yaml` of a solution; none when there is no such file. */
export function readHarmless(
  root: string,
  solution: string,
): { readonly entries: readonly Harmless[]; readonly problems: readonly Problem[] } {
  const path = `${solution}/harmless.yaml`;
  if (!existsSync(join(root, path))) return { entries: [], problems: [] };
  const { documents, findings } = parseYaml({ path, text: readFileSync(join(root, path), 'utf8') });
  const list = documents[0]?.value;
  if (findings.length > 0 || !Array.isArray(list)) {
    return { entries: [], problems: [problem(path, 'is no list of { mutator, at, why }')] };
  }
  const wrong = list.filter((entry) => !isHarmless(entry));
  return {
    entries: list.filter(isHarmless),
    problems: wrong.map((entry) => problem(path, `needs mutator, at and why: ${JSON.stringify(entry)}`)),
  };
}

function isHarmless(entry: unknown): entry is Harmless {
  const { mutator, at, why } = (entry ?? {}) as Partial<Harmless>;
  return [mutator, at, why].every((text) => typeof text === 'string' && text.trim() !== '');
}

export function covers({ mutator, at }: Harmless, mutant: Mutant): boolean {
  const pattern = at.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return mutator === mutant.mutator && new RegExp(`^${pattern.join('.*')}$`, 's').test(mutant.at);
}
