import { nearest } from '../../../core/nearest.ts';
import type { ImageProfile } from '../profile.ts';

/** What a family says about one of its tags: whatever differs from a bare system. */
export type Traits = Partial<Omit<ImageProfile, 'reference' | 'repository' | 'tag' | 'digest' | 'certainty'>>;

/** A line of images that share a repository. */
export interface Family {
  /** Full repositories: `docker.io/library/python`. The first is the one to suggest. */
  readonly repositories: readonly string[];
  /**
   * Whether a tag fits the way this family names its tags. Only a tag that cannot exist is refused: new versions appear
   * every month and the catalogue does not follow them.
   */
  tagged(tag: string): boolean;
  /** What the image of a tag is like. */
  profile(tag: string): Omit<ImageProfile, 'reference' | 'repository'>;
  /** A tag that follows the policy of the course: a version, and the small variant. */
  readonly recommended?: string;
}

const suffix =
  '(?:slim|alpine\\d*(?:\\.\\d+)?|(?:slim-)?(?:bookworm|trixie|bullseye|buster|stretch|jessie|wheezy|forky|sid|noble|jammy|focal|bionic|xenial|trusty|resolute)(?:-slim|-perl|-otel)?|perl|otel|alpine-(?:slim|perl|otel)|alpine\\d+\\.\\d+-(?:slim|perl|otel)|musl|glibc|uclibc|windowsservercore[-\\w]*|nanoserver[-\\w]*)';

const variants: readonly string[] =
  'slim alpine bookworm trixie bullseye buster stretch jessie wheezy noble jammy focal resolute musl glibc uclibc windowsservercore nanoserver'.split(
    ' ',
  );

/** A word of the tag that is almost the name of a variant: `3.14-slin`. */
function hasMisspeltVariant(tag: string): boolean {
  return tag.split('-').some((part) => {
    const word = part.replace(/[\d.]+$/, '');
    return word.length > 3 && !variants.includes(word) && nearest(word, variants) !== undefined;
  });
}

/**
 * The usual tag scheme of Docker's official images: a version or a channel, then a variant.
 * @param majors the last major version that may exist; 0 when the image has no plain versions
 * @param words channels and code names: `stable`, `lts`, `bookworm`
 */
export function officialTags(majors: { readonly from: number; readonly to: number }, words = ''): Family['tagged'] {
  const named = words.trim() === '' ? [] : words.trim().split(/\s+/);
  // Images of a distribution are also dated: `bookworm-20260202-slim`, `noble-20250415.1`.
  const channel = new RegExp(
    `^(?:latest|${[...named, 'alpine', 'slim'].join('|')})(?:-20\\d{6}(?:\\.\\d+)?)?(?:-${suffix})*$`,
  );
  const alone = new RegExp(`^${suffix}$`);
  const version = /^(\d+)(?:\.\d+)*(?:[-.]?(?:rc|beta|alpha|a|b|m)\d*)?(?=-|$|_|\+)/;
  return (tag) => {
    const major = Number(version.exec(tag)?.[1] ?? Number.NaN);
    if (major >= majors.from && major <= majors.to) return !hasMisspeltVariant(tag);
    return channel.test(tag) || alone.test(tag);
  };
}

/** Families whose tags nobody can foresee. */
export const anyTag: Family['tagged'] = () => true;

export const onHub = (name: string): string => `docker.io/${name.includes('/') ? name : `library/${name}`}`;
