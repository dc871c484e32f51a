import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from './files.ts';
import { schemaOfType } from './types.ts';

/** What `timonel … --format json` may print, by the name of its type in `render/json.ts`. */
const outputs = ['GradeJson', 'CheckJson', 'RequestJson', 'ImageJson'];

/**
 * Writes the schemas of what people and programs exchange with Timonel, from the TypeScript types: `exercise.yaml`, with
 * the descriptions that an editor shows, and the JSON output of the commands.
 */
export function generateContractSchemas(root: string): void {
  // Every kind of check calls its parameters `Params`, so the definitions are written where they are used.
  writeJson(
    join(root, 'schemas', 'exercise.schema.json'),
    schemaOf(root, 'graders/checks/kinds.ts', 'ExerciseSpec', 'none'),
  );
  const report = join(root, 'graders/render/json.ts');
  if (!existsSync(report)) return;
  const text = readFileSync(report, 'utf8');
  const present = outputs.filter((name) => text.includes(`export interface ${name} `));
  const schemas = present.map((name) => schemaOf(root, 'graders/render/json.ts', name));
  writeJson(join(root, 'schemas', 'report.schema.json'), {
    $schema: schemas[0]?.$schema,
    anyOf: present.map((name) => ({ $ref: `#/definitions/${name}` })),
    definitions: sorted(Object.assign({}, ...schemas.map(({ definitions }) => definitions))),
  });
}

function schemaOf(root: string, file: string, type: string, expose?: 'none') {
  return schemaOfType(join(root, file), join(root, 'tsconfig.json'), type, expose);
}

function sorted(definitions: object): object {
  return Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
}
