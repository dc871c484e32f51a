import { generateAnswerTypes } from './answer-types.ts';
import { generateCatalogue } from './catalogue.ts';
import { generateEditorSchema } from './editor-schema.ts';
import { generateFidelity } from './fidelity.ts';
import { generatePassMarks } from './pass-marks.ts';

/** `--catalogue` stops after the cheap part, which is all that a new rule or kind of check needs. */
generateCatalogue(process.cwd());
generateAnswerTypes(process.cwd());
generatePassMarks(process.cwd());
await generateFidelity(process.cwd());
if (!process.argv.includes('--catalogue')) {
  const { generateManifestSchemas } = await import('./manifests/manifests.ts');
  await generateManifestSchemas(process.cwd());
  const { generateContractSchemas } = await import('./contracts.ts');
  generateContractSchemas(process.cwd());
}
generateEditorSchema(process.cwd());
