import { check } from '../../check.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { ask } from './ask.ts';
import { differencesIn } from './part.ts';
import { dockerfile } from './parts/dockerfile/part.ts';
import { dockerfileLint } from './parts/dockerfile-lint/part.ts';

interface Written {
  readonly path: string;
  readonly text: string;
}

/**
 * Dockerfiles that people have written, put to the questions of the parts: whether they are refused, the configuration of
 * the image, the warnings with their lines and words. What differs is printed.
 * @returns whether each difference is a named deviation
 */
export function compareDockerfiles(programs: string, files: readonly Written[]): boolean {
  const inputs = files.map(({ text }) => ({ text }));
  const apart = [dockerfile, dockerfileLint].map((part) => {
    const said = ask(programs, part.name, inputs);
    const ours = inputs.map((input) => part.answer(input as never));
    const unnamed = files.flatMap(({ path }, index) => {
      const answers = [[inputs[index] ?? null], [ours[index] ?? null], [said[index] ?? null]] as const;
      const [difference] = differencesIn(part, ...answers);
      if (difference && !difference.deviation) console.log(`${path}: ${part.name}: ${difference.kind}`);
      return difference && !difference.deviation ? [path] : [];
    });
    const compared = ours.filter((answer) => answer !== 'unknown').length;
    console.log(`${part.name}: ${compared} of ${files.length} answered by both, ${unnamed.length} differ`);
    return unnamed.length;
  });
  const missed = missedOf(programs, files);
  for (const { path, error } of missed) console.log(`${path}: check says no error, and upstream: ${error}`);
  return missed.length === 0 && apart.every((count) => count === 0);
}

/**
 * What upstream refuses and `check` calls no error. Who wants `--build-arg` is no error of the file: those are asked about
 * again with a value for each of their arguments.
 */
function missedOf(programs: string, files: readonly Written[]): readonly (Written & { readonly error: string })[] {
  const refused = refusedOf(programs, files, () => ({})).filter(({ text }) => {
    const [checked] = check([{ path: 'Dockerfile', text }]);
    return checked?.findings.every(({ severity }) => severity !== 'error');
  });
  const left = refusedOf(programs, refused, ({ text }) => valuesFor(text));
  console.log(`${refused.length - left.length} Dockerfiles are refused only for want of a build argument`);
  return left;
}

function refusedOf<T extends Written>(programs: string, files: readonly T[], args: (file: T) => JsonObject) {
  const asked = files.map((file): Json => ({ text: file.text, args: args(file) }));
  const said = ask(programs, 'dockerfile-lint', asked) as readonly JsonObject[];
  return files.flatMap((file, index) => {
    const error = said[index]?.error;
    return error === undefined ? [] : [{ ...file, error: String(error) }];
  });
}

/** A value for each argument that has none. */
function valuesFor(text: string): JsonObject {
  const names = [...text.matchAll(/^[ \t]*ARG[ \t]+(\w+)[ \t\r]*$/gim)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, 'a']));
}
