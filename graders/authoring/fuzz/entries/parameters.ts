import { readFileSync } from 'node:fs';
import type { ExerciseSpec } from '../../../checks/kinds.ts';
import { lazy } from '../../../core/lazy.ts';
import { personalOf } from '../../../course/parameters/personal.ts';
import { parameterProblems } from '../../../course/parameters/problems.ts';
import type { JsonSchema } from '../../../parse/spec/schema.ts';
import { specFindings } from '../../../parse/spec/spec.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { wrongValues, yamlPieces } from '../../damage.ts';
import { entry } from '../entry.ts';
import { texts } from '../samples.ts';

const schema = lazy(() => JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8')) as JsonSchema);

/** The parameters of an `exercise.yaml`: what is wrong with them is told, and whoever draws has an exercise. */
export default entry({
  texts: () => texts(/exercises\/[^/]+\/exercise\.yaml$/).filter((text) => text.includes('\nparameters:\n')),
  pieces: [
    ...yamlPieces,
    ...wrongValues,
    ...[
      '{{',
      '}}',
      '{{puerto}}',
      '{{100 - cada}}',
      '{{1 / 0}}',
      ':es',
      ':en',
      '{{a + }}',
      'written',
      'unlike',
      'values',
    ],
    ...['{ from: 1, to: 1e300 }', '{ from: 0, to: 1, step: 0 }', '{ from: .nan, to: 3 }', '(a+)+$', '[', '\\'],
  ],
  tree: 'yaml',
  run(text) {
    const source = { path: 'exercise.yaml', text };
    const yaml = parseYaml(source);
    if (specFindings(yaml, schema()).length > 0) return;
    const spec = yaml.documents[0]?.value as ExerciseSpec;
    parameterProblems(spec, [source]);
    personalOf(spec, { secret: 'secreto', student: text.slice(0, 20) })?.write(source);
  },
});
