import type { AnswerFormat } from '../../core/exercise.ts';
import type { Source } from '../../core/source.ts';
import { mutateDockerfile } from './dockerfile.ts';
import { mutateLiteral } from './literal.ts';
import { mutateManifests } from './manifests.ts';
import type { Mutant } from './mutant.ts';
import { mutateSettings } from './settings.ts';

/** The mutants of one answer file. Formats whose answers are run as programs are not mutated. */
export function mutate(format: AnswerFormat, source: Source): readonly Mutant[] {
  if (format === 'manifests') return mutateManifests(source);
  if (format === 'dockerfile') return mutateDockerfile(source);
  if (format === 'settings') return mutateSettings(source);
  return format === 'literal' ? mutateLiteral(source) : [];
}
