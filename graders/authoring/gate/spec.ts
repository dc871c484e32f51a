import exerciseSchema from '../../../schemas/exercise.schema.json' with { type: 'json' };
import type { Finding } from '../../core/finding.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { relationFindings } from '../../parse/spec/relations.ts';
import type { JsonSchema } from '../../parse/spec/schema.ts';
import { specFindings } from '../../parse/spec/spec.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import type { YamlFile } from '../../parse/yaml/yaml.ts';
import { sayFinding } from '../../render/words.ts';
import { answerForm } from '../../theory/answer-form.ts';
import { type Problem, problemAt, type Said } from './problem.ts';

/** What keeps a spec from being read at all: its syntax, or the first thing that the schema does not allow. */
export function schemaProblems(file: YamlFile): readonly Problem[] {
  return specFindings(file, exerciseSchema as unknown as JsonSchema).map((found) => problemOf(file, found));
}

/** The checks of a spec depend on earlier ones, and it can be passed for points. */
export function specProblems(exercise: AuthoredExercise): readonly Problem[] {
  const { spec, folder, specFile } = exercise;
  const at: At = (path, words) => problemAt(specFile.source, spanAt(spec, path), words);

  const name = `${String(spec.number).padStart(2, '0')}-${spec.id}`;
  const problems: Problem[] = [];
  if (folder !== name)
    problems.push(at(['id'], { es: `la carpeta debería llamarse ${name}`, en: `the folder should be called ${name}` }));
  if (spec.hints.length < 3)
    problems.push(at(['hints'], { es: 'tiene menos de tres pistas', en: 'has fewer than three hints' }));
  if (!spec.checks.some(({ points = 0 }) => points > 0))
    problems.push(at(['checks'], { es: 'ninguna comprobación da puntos', en: 'no check gives points' }));
  const relations = relationFindings(
    specFile,
    exercise.given.map((file) => file.path),
  );
  return [...problems, ...relations.map((found) => problemOf(specFile, found)), ...undecided(exercise, at)];
}

/** A finding as the gate tells it. */
export const problemOf = ({ source }: YamlFile, found: Finding): Problem =>
  problemAt(source, found.at, { es: sayFinding(found, 'es'), en: sayFinding(found, 'en') });

type At = (path: readonly (string | number)[], words: Said) => Problem;

/** Whether what is tried in the lab must work is said by the author, one way or the other. */
function undecided({ spec }: AuthoredExercise, at: At): readonly Problem[] {
  const sections = new Set(answerForm(spec).map(({ check }) => check));
  return spec.checks.flatMap(({ id, points = 0, required }, index) =>
    points > 0 && required === undefined && !sections.has(id) && spec.checks[index]?.kind !== 'valid'
      ? [
          at(['checks', index, 'id'], {
            es: `${id} prueba la respuesta en el laboratorio: di si es imprescindible para superarlo`,
            en: `${id} tries the answer in the lab: say whether it is required to pass`,
          }),
        ]
      : [],
  );
}
