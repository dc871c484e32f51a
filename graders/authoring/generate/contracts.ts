import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractModules } from './contract-modules.ts';
import { writeJson } from './files.ts';
import { schemasOfTypes } from './types.ts';

/** What `timonel … --format json` may print, by the name of its type in `render/json.ts` or `render/cluster.ts`. */
const outputs = ['GradeJson', 'CheckJson', 'RequestJson', 'ImageJson', 'ClusterJson'];

/** The data of a lesson: its front matter and the fences that are no code. */
const lessonBlocks = ['LessonFront', 'FigureBlock', 'QuestionBlock', 'LabBlock'];

/**
 * Writes the schemas of what people and programs exchange with Timonel, from the TypeScript types: `exercise.yaml`, with
 * the descriptions that an editor shows, `variantes.yaml`, `course.yaml`, the JSON output of the commands, the results of a class, and the data of lessons.
 */
export function generateContractSchemas(root: string): void {
  const graders = join(root, 'graders').replaceAll('\\', '/');
  const schemaOf = schemasOfTypes(`${graders}/{${contractModules.join(',')}}.ts`, join(root, 'tsconfig.json'));
  // Every kind of check calls its parameters `Params`: one name for many definitions.
  writeJson(join(root, 'schemas', 'exercise.schema.json'), schemaOf('ExerciseSpec', 'none'));

  writeJson(join(root, 'schemas', 'variants.schema.json'), schemaOf('VariantsFile', 'none'));

  writeJson(join(root, 'schemas', 'course.schema.json'), schemaOf('CourseFile', 'none'));

  // One submission by itself, as in `submissions/<id>.json`, is `#/definitions/GradedSubmission`.
  writeJson(join(root, 'schemas', 'class.schema.json'), schemaOf('ClassResults', 'export'));

  const blocks = lessonBlocks.map((name) => schemaOf(name, 'export').definitions);
  writeJson(join(root, 'schemas', 'lesson.schema.json'), {
    $schema: 'http://json-schema.org/draft-07/schema#',
    definitions: sorted(Object.assign({}, ...blocks) as object),
  });

  const text = ['json', 'cluster'].map((name) => readFileSync(`${graders}/render/${name}.ts`, 'utf8')).join('');
  const present = outputs.filter((name) => text.includes(`export interface ${name} `));
  const definitions = Object.assign({}, ...present.map((name) => schemaOf(name, 'export').definitions)) as object;
  writeJson(join(root, 'schemas', 'report.schema.json'), {
    $schema: 'http://json-schema.org/draft-07/schema#',
    anyOf: present.map((name) => ({ $ref: `#/definitions/${name}` })),
    definitions: sorted(definitions),
  });
}

const sorted = (definitions: object): object =>
  Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
