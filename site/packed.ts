import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Kit } from './kit.ts';
import type { Course } from './load.ts';
import { type MadeParts, useOf } from './shared/part-data.ts';

/** What graders and lab are cut into. */
export const packedParts = 'partes.json';

/**
 * What a site is made with where Timonel is installed as a package: all is built already, as nothing there can build.
 * @param folder where `pack.ts` left it
 */
export function packedKit(folder: string): Kit {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== packedParts)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)] as const);
  const packed = JSON.parse(readFileSync(join(folder, packedParts), 'utf8')) as PackedParts;
  return async (course) => {
    const { table, uses, happened, kinds } = packed;
    const ofCourse = course.exercises.map(({ exercise: { folder: name, spec } }) => [
      useOf('grader', name),
      [...new Set(spec.checks.flatMap(({ kind }) => kinds[kind] ?? []))].sort((a, b) => a - b),
    ]);
    return { files, parts: { table, uses: { ...Object.fromEntries(ofCourse), ...uses }, happened } };
  };
}

/** What the package holds of the parts, for exercises that nobody has seen yet. */
export interface PackedParts extends MadeParts {
  /** The parts that every exercise of the course with a check of a kind needs. */
  readonly kinds: Readonly<Record<string, readonly number[]>>;
}

/** @param course the one that the parts were made for */
export function partsToPack(course: Course, { table, uses, happened }: MadeParts): PackedParts {
  const kinds = new Map<string, readonly number[]>();
  for (const { exercise } of course.exercises) {
    const used = uses[useOf('grader', exercise.folder)] ?? [];
    for (const { kind } of exercise.spec.checks) {
      const known = kinds.get(kind);
      kinds.set(kind, known ? known.filter((part) => used.includes(part)) : used);
    }
  }
  return { table, uses, happened, kinds: Object.fromEntries(kinds) };
}
