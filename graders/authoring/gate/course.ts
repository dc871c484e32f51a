import courseSchema from '../../../schemas/course.schema.json' with { type: 'json' };
import { readCourseFile } from '../../course/modules.ts';
import type { JsonSchema } from '../../parse/spec/schema.ts';
import { specFindings } from '../../parse/spec/spec.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './spec.ts';

/** What keeps `exercises/course.yaml` from being read as it is written. A course may do without it, or leave it blank. */
export function courseProblems(root: string): readonly Problem[] {
  const file = readCourseFile(root);
  const isBlank = file.findings.length === 0 && file.documents.every(({ value }) => (value ?? undefined) === undefined);
  return isBlank
    ? []
    : specFindings(file, courseSchema as unknown as JsonSchema).map((found) => problemOf(file, found));
}
