import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { answerForm } from '../../theory/answer-form.ts';
import { type Problem, problemAt } from './problem.ts';

/** Compiles the schema of `exercise.yaml`, once for all exercises. */
export function specValidator(root: string): ValidateFunction | undefined {
  const file = join(root, 'schemas/exercise.schema.json');
  if (!existsSync(file)) return undefined;
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
}

/** The spec fits its schema, its checks depend on earlier ones, and it can be passed for points. */
export function specProblems(exercise: AuthoredExercise, validate: ValidateFunction | undefined): readonly Problem[] {
  const { spec, folder } = exercise;
  const at = (path: readonly (string | number)[], words: string) =>
    problemAt(exercise.specFile.source, spanAt(spec, path), words);
  const wrong = validate && !validate(spec) ? relevant(validate.errors ?? []) : [];
  const problems = wrong.map((error) => at(pathOf(error), sayError(error)));
  if (problems.length > 0) return problems;

  const name = `${String(spec.number).padStart(2, '0')}-${spec.id}`;
  if (folder !== name) problems.push(at(['id'], `the folder should be called ${name}`));
  if (spec.hints.length < 3) problems.push(at(['hints'], 'has fewer than three hints'));
  if (!spec.checks.some(({ points = 0 }) => points > 0)) problems.push(at(['checks'], 'no check gives points'));
  const ids = new Set(spec.checks.map(({ id }) => id));
  for (const [index, { check }] of spec.hints.entries()) {
    if (check !== undefined && !ids.has(check))
      problems.push(at(['hints', index, 'check'], `there is no check ${check}`));
  }
  return [...problems, ...orderProblems(exercise, at), ...undecided(exercise, at)];
}

/** Whether what is tried in the lab must work is said by the author, one way or the other. */
function undecided(
  { spec }: AuthoredExercise,
  at: (path: readonly (string | number)[], words: string) => Problem,
): Problem[] {
  const sections = new Set(answerForm(spec).map(({ check }) => check));
  return spec.checks.flatMap(({ id, points = 0, required }, index) =>
    points > 0 && required === undefined && !sections.has(id) && spec.checks[index]?.kind !== 'valid'
      ? [at(['checks', index, 'id'], `${id} tries the answer in the lab: say whether it is required to pass`)]
      : [],
  );
}

function orderProblems(
  { spec }: AuthoredExercise,
  at: (path: readonly (string | number)[], words: string) => Problem,
): Problem[] {
  const before = new Set<string>();
  const all = new Set(spec.checks.map(({ id }) => id));
  return spec.checks.flatMap(({ id, needs = [], earnsWith = [] }, index) => {
    const nobody = earnsWith.filter((other) => other === id || !all.has(other));
    const late = needs.filter((need) => !before.has(need));
    const again = before.has(id) ? [at(['checks', index, 'id'], `the check ${id} is already defined`)] : [];
    before.add(id);
    return [
      ...again,
      ...nobody.map((other) => at(['checks', index, 'earnsWith'], `earns with ${other}, which is no other check`)),
      ...late.map((need) => at(['checks', index, 'needs'], `needs ${need}, which is no earlier check`)),
    ];
  });
}

/** Of a check that fits no kind, only what is wrong with the kind it says it is. */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const definition = ({ schemaPath }: ErrorObject) => /^#\/definitions\/([^/]+)/.exec(schemaPath)?.[1] ?? '';
  const check = ({ instancePath }: ErrorObject) => /^\/checks\/\d+/.exec(instancePath)?.[0];
  const otherKind = new Set(
    errors
      .filter(({ keyword, instancePath }) => keyword === 'const' && /^\/checks\/\d+\/kind$/.test(instancePath))
      .map((error) => `${check(error)} ${definition(error)}`),
  );
  const kept = errors.filter(
    (error) =>
      !['anyOf', 'if'].includes(error.keyword) &&
      !(check(error) && otherKind.has(`${check(error)} ${definition(error)}`)),
  );
  return kept.length > 0 ? kept : errors.slice(0, 1);
}

function pathOf({ instancePath }: ErrorObject): readonly (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function sayError({ instancePath, message, params }: ErrorObject): string {
  const field = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
  const allowed = 'allowedValues' in params ? `: ${params.allowedValues.join(', ')}` : '';
  return `${instancePath || '/'} ${message}${field}${allowed}`;
}
