import { own } from '../../../graders/core/own.ts';
import { keptVersions, sameTexts, type Version } from '../exercise/saved.ts';
import type { Progress } from '../progress.ts';
import type { Kept, Pack } from './pack.ts';

/**
 * How the answer of a file stands to the one of this browser: `new` where there is none here, `same`, `later` where the one
 * here is a version that the other went on from, `earlier` the other way round, and `other` where nobody can tell.
 */
export type Standing = 'new' | 'same' | 'later' | 'earlier' | 'other';

export interface Step {
  readonly id: string;
  readonly standing: Standing;
  readonly mine: Kept | undefined;
  readonly theirs: Kept;
}

/**
 * What bringing a pack into this browser would do, before anything is done.
 * @param mine what this browser keeps of an exercise
 * @param known ids of the exercises of the course: what the pack has of others is left out
 */
export function plan(
  { exercises }: Pack,
  known: readonly string[],
  mine: (id: string) => Kept | undefined,
): readonly Step[] {
  return known.flatMap((id) => {
    const theirs = own(exercises, id);
    if (!theirs) return [];
    const here = mine(id);
    return [{ id, standing: standingOf(here, theirs), mine: here, theirs }];
  });
}

function standingOf(mine: Kept | undefined, theirs: Kept): Standing {
  if (!mine?.texts) return 'new';
  if (!theirs.texts || sameTexts(mine.texts, theirs.texts)) return 'same';
  const wasHere = (kept: Kept, { texts }: Kept) =>
    kept.history.some((version) => texts && sameTexts(version.texts, texts));
  const [goesOn, wentOn] = [wasHere(theirs, mine), wasHere(mine, theirs)];
  if (goesOn === wentOn) return 'other';
  return goesOn ? 'later' : 'earlier';
}

/** Whether the answer of the file is taken unless somebody decides otherwise: never over work that it does not hold. */
export const takesTheirs = (standing: Standing): boolean => standing === 'new' || standing === 'later';

/**
 * An exercise as it is kept afterwards. Whatever is replaced stays among the versions.
 * @param now ISO 8601
 */
export function merged({ mine, theirs }: Step, take: boolean, now: string): Kept {
  const texts = (take ? theirs.texts : mine?.texts) ?? theirs.texts ?? mine?.texts;
  const left = take ? mine?.texts : theirs.texts;
  const loose: Version[] = [];
  const all = [...(mine?.history ?? []), ...theirs.history];
  if (left && texts && !sameTexts(left, texts) && !all.some((version) => sameTexts(version.texts, left))) {
    loose.push({ at: now, status: 'pending', texts: left });
  }
  const progress = progressOf(mine?.progress, theirs.progress, take);
  return {
    ...(texts && { texts }),
    history: newestOf([...loose, ...all]),
    ...(progress && { progress }),
  };
}

function progressOf(mine: Progress | undefined, theirs: Progress | undefined, take: boolean): Progress | undefined {
  if (!mine || !theirs) return mine ?? theirs;
  const { status } = take ? theirs : mine;
  return { status, passed: mine.passed || theirs.passed, tries: Math.max(mine.tries, theirs.tries) };
}

/** The newest versions, each text once. */
function newestOf(versions: readonly Version[]): readonly Version[] {
  const sorted = [...versions].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const kept: Version[] = [];
  for (const version of sorted) {
    if (!kept.some(({ texts }) => sameTexts(texts, version.texts))) kept.push(version);
  }
  return kept.slice(0, keptVersions);
}
