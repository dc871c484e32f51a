import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byReadName } from '../intake/order.ts';
import type { ClassResults, Remark } from '../results.ts';
import { type About, aboutOf } from './out.ts';

/** Why results cannot be put together, and of which folder that is. */
export class BadMerge extends Error {
  constructor(
    readonly why: 'none' | 'unlike' | 'twice' | 'whole' | 'missing' | 'broken',
    readonly folder: string,
    readonly detail = '',
  ) {
    super(why);
  }
}

export interface Merged {
  readonly results: ClassResults;
  /** As a class that was graded in one piece has it. */
  readonly about: About;
}

/**
 * Puts the parts of a class together: what comes out is what grading it in one piece gives.
 * @param folders absolute paths of results, each of one shard
 * @throws {BadMerge} where they are not all the parts of one class, graded on the same terms
 */
export function mergeParts(folders: readonly string[]): Merged {
  const parts = folders.map((folder) => ({ folder, about: partOf(folder), results: resultsIn(folder) }));
  const [first] = parts;
  if (!first) throw new BadMerge('none', '');
  const { shard: own, ...about } = first.about;
  for (const { folder, about: other, results } of parts) {
    const { shard, ...rest } = other;
    const isAlike =
      JSON.stringify(rest) === JSON.stringify(about) &&
      shard?.count === own?.count &&
      JSON.stringify(results.exercises) === JSON.stringify(first.results.exercises);
    if (!isAlike) throw new BadMerge('unlike', folder, first.folder);
  }
  complete(parts);
  const submissions = parts.flatMap(({ results }) => results.submissions).sort((a, b) => byReadName(a.id, b.id));
  const twice = submissions.find(({ id }, index) => submissions[index + 1]?.id === id);
  if (twice) throw new BadMerge('twice', '', twice.id);
  const remarks = new Map<string, Remark>();
  for (const { results } of parts) for (const remark of results.remarks) remarks.set(JSON.stringify(remark), remark);
  return { results: { ...first.results, submissions, remarks: [...remarks.values()] }, about };
}

function partOf(folder: string): About {
  const about = aboutOf(folder);
  if (!about) throw new BadMerge('none', folder);
  if (!about.shard) throw new BadMerge('whole', folder);
  return about;
}

function complete(parts: readonly { readonly folder: string; readonly about: About }[]): void {
  const seen = new Set<number>();
  for (const { folder, about } of parts) {
    const { index } = about.shard ?? { index: 0 };
    if (seen.has(index)) throw new BadMerge('twice', folder, String(index));
    seen.add(index);
  }
  const count = parts[0]?.about.shard?.count ?? 0;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length > 0) throw new BadMerge('missing', '', missing.map((index) => `${index}/${count}`).join(', '));
}

/** A part that was killed before it was complete has none. */
function resultsIn(folder: string): ClassResults {
  try {
    return JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as ClassResults;
  } catch {
    throw new BadMerge('broken', folder);
  }
}
