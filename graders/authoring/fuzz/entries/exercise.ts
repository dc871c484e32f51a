import { readFileSync } from 'node:fs';
import { lazy } from '../../../core/lazy.ts';
import { listFolders } from '../../../course/folders.ts';
import { readExercise, readReference } from '../../../course/solutions.ts';
import type { Exercise } from '../../../exercise.ts';
import { grade } from '../../../grade.ts';
import type { JsonSchema } from '../../../parse/spec/schema.ts';
import { specFindings } from '../../../parse/spec/spec.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { wrongValues, yamlPieces } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { texts } from '../samples.ts';

const schema = lazy(() => JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8')) as JsonSchema);
const known = lazy(() =>
  listFolders('.').flatMap(({ name }) => {
    const exercise = readExercise('.', name);
    return exercise ? [{ exercise, reference: readReference('.', exercise).answers }] : [];
  }),
);

/** An author's `exercise.yaml`; one that is well defined grades the reference answer. */
export default entry({
  texts: () => texts(/exercises\/[^/]+\/exercise\.yaml$/),
  pieces: [...yamlPieces, ...wrongValues],
  tree: 'yaml',
  run(text) {
    const source = { path: 'exercise.yaml', text };
    const yaml = parseYaml(source);
    const findings = specFindings(yaml, schema());
    sane(findings, [source]);
    if (findings.length > 0) return;
    const spec = yaml.documents[0]?.value as Exercise['spec'];
    const same = known().find(({ exercise }) => exercise.spec.id === spec.id);
    // What a definition may still say wrongly (a need that is none, a file that is not there) is an error of it alone.
    if (same) grade({ ...same.exercise, spec }, same.reference);
  },
});
