import { readFileSync } from 'node:fs';
import { unarchive } from './archive.ts';
import type { Kit } from './kit.ts';
import type { Course } from './load.ts';
import { type MadeParts, useOf } from './shared/part-data.ts';

/** In the package, the archive of what sites are made with. */
export const packedSite = 'site.br';

/** What graders and lab are cut into, in that archive. */
export const packedParts = 'partes.json';

/**
 * What a site is made with where Timonel is installed as a package: all is built already, as nothing there can build.
 * @param file the archive that `pack.ts` left
 */
export function packedKit(file: string): Kit {
  const all = new Map(unarchive(readFileSync(file)));
  const files = [...all].filter(([path]) => path !== packedParts);
  const packed = JSON.parse(String(all.get(packedParts))) as PackedParts;
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
