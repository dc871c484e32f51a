import type { WorldImage } from '../../core/exercise.ts';
import { memo, remembered } from '../../core/memo.ts';
import { nearest } from '../../core/nearest.ts';
import { bases } from './catalog/bases.ts';
import type { Family } from './catalog/family.ts';
import { languages } from './catalog/languages.ts';
import { official } from './catalog/official.ts';
import { servers } from './catalog/servers.ts';
import { debianSlim, plain } from './catalog/systems.ts';
import type { ImageProfile } from './profile.ts';
import { parseReference, type Reference, type ReferenceProblem } from './reference.ts';

export type { ImageProfile } from './profile.ts';

/** What `docker pull` or the kubelet finds out about a reference. */
export type Pull =
  | { readonly ok: true; readonly image: ImageProfile }
  | { readonly ok: false; readonly reason: 'invalid-reference'; readonly problem: ReferenceProblem }
  | {
      readonly ok: false;
      /** `unknown-tag`: the repository exists and none of its tags is called so. */
      readonly reason: 'unknown-repository' | 'unknown-tag';
      /** Normalised. */
      readonly reference: string;
      /** What was probably meant, written as the person wrote theirs. */
      readonly suggestion?: string;
    };

/**
 * Looks an image up without a network: first among the images of the exercise's world, then among the well-known ones.
 * Somebody else's image is taken to exist, since nobody can know, and comes back with `certainty: 'opaque'` (or
 * `'assumed'`, where its name is that of a well-known one in another registry).
 * @param reference as written: `nginx`, `python:3.14-slim`, `ghcr.io/equipo/app@sha256:…`
 * @param world images of the exercise: where one lists its tags, only those exist; and whoever owns one of them owns no
 *   other
 */
export function pull(reference: string, world: readonly WorldImage[] = nobodys): Pull {
  return pullsFrom(world)(reference);
}

const nobodys: readonly WorldImage[] = [];

/** How many references are kept with what is found under them. */
const known = 500;

/** An image is the same whoever pulls it, so that it is unpacked once, too. */
const pullsFrom = memo((world: readonly WorldImage[]) => remembered(known, (reference) => pulled(reference, world)));

function pulled(reference: string, world: readonly WorldImage[]): Pull {
  const parsed = parseReference(reference);
  if (!parsed.ok) return { ok: false, reason: 'invalid-reference', problem: parsed.problem };
  const wanted = parsed.reference;
  const tag = wanted.tag ?? 'latest';
  const own = world.find(({ name }) => repositoryOf(name) === wanted.repository);
  if (own) return fromWorld(own, wanted, tag);
  const family = families.get(wanted.repository) ?? mirrored(wanted);
  if (family) return fromFamily(family, wanted, tag);
  if (wanted.path.startsWith('library/')) return fromLibrary(wanted, world);
  if (world.some(({ name }) => ownerOf(repositoryOf(name)) === ownerOf(wanted.repository)))
    return unknownOf(wanted, world);
  return { ok: true, image: somebodys(wanted, tag) };
}

const families: ReadonlyMap<string, Family> = new Map(
  [...languages, ...bases, ...servers].flatMap((family) => family.repositories.map((name) => [name, family] as const)),
);

function repositoryOf(name: string): string {
  const parsed = parseReference(name);
  return parsed.ok ? parsed.reference.repository : name;
}

/** `docker.io/ejemplo` of `docker.io/ejemplo/tienda`. */
const ownerOf = (repository: string): string => repository.slice(0, repository.lastIndexOf('/'));

function unknownOf(wanted: Reference, world: readonly WorldImage[]): Pull {
  const suggestion = nearest(
    wanted.path,
    world.map(({ name }) => name),
  );
  const refusal = { ok: false, reason: 'unknown-repository', reference: identity(wanted).reference } as const;
  return suggestion === undefined ? refusal : { ...refusal, suggestion };
}

function fromWorld(own: WorldImage, wanted: Reference, tag: string): Pull {
  if (own.tags && wanted.digest === undefined && !own.tags.includes(tag)) {
    return unknownTag(wanted, nearest(tag, own.tags) ?? own.tags[0]);
  }
  const image: ImageProfile = {
    ...plain(debianSlim, []),
    ...identity(wanted),
    certainty: 'known',
    entrypoint: ['/app'],
    user: own.user === undefined || own.user === 0 ? '' : String(own.user),
    listens: own.listens ?? [],
    exposes: own.listens ?? [],
    behaviour: 'serves',
    programs: 'any',
    ...(own.paths && { paths: own.paths }),
    ...(own.portVariable !== undefined && { portVariable: own.portVariable }),
    ...(own.loaded && { loaded: true }),
  };
  return { ok: true, image };
}

function fromFamily(family: Family, wanted: Reference, tag: string): Pull {
  if (wanted.digest === undefined && !family.tagged(tag)) {
    return unknownTag(wanted, tag.startsWith('lat') || nearest(tag, ['latest']) ? 'latest' : family.recommended);
  }
  return { ok: true, image: { ...family.profile(tag), ...identity(wanted) } };
}

/** Public copies of Docker's official images. */
const mirrors = ['public.ecr.aws/docker', 'mirror.gcr.io', 'registry.hub.docker.com', 'dockerhub.azk8s.cn'];

function mirrored({ repository, path }: Reference): Family | undefined {
  const prefix = mirrors.find((mirror) => repository.startsWith(`${mirror}/library/`));
  return prefix ? families.get(`docker.io/${path.slice(path.indexOf('library/'))}`) : undefined;
}

/** A name of docker.io/library that the catalogue has no profile for: it exists only if Docker made it. */
function fromLibrary(wanted: Reference, world: readonly WorldImage[]): Pull {
  const name = wanted.path.slice('library/'.length);
  if (wanted.registry !== 'docker.io') return { ok: true, image: somebodys(wanted, wanted.tag ?? 'latest') };
  if (pullable.has(name)) return { ok: true, image: somebodys(wanted, wanted.tag ?? 'latest') };
  const meant = nearest(name, [...world.map((image) => image.name), ...profiled, ...pullable]);
  const suggestion = meant === undefined || wanted.tag === undefined ? meant : `${meant}:${wanted.tag}`;
  const refusal = { ok: false, reason: 'unknown-repository', reference: identity(wanted).reference } as const;
  return suggestion === undefined ? refusal : { ...refusal, suggestion };
}

/** `scratch` is a word of the Dockerfile, not an image. */
const pullable: ReadonlySet<string> = new Set([...official].filter((name) => name !== 'scratch'));

/** The official images with a profile come first among suggestions: they are the ones people use. */
const profiled: readonly string[] = [...families.keys()]
  .filter((name) => name.startsWith('docker.io/library/'))
  .map((name) => name.slice('docker.io/library/'.length));

function unknownTag(wanted: Reference, tag: string | undefined): Pull {
  const short = wanted.repository.replace(/^docker\.io\/(?:library\/)?/, '');
  const refusal = { ok: false, reason: 'unknown-tag', reference: identity(wanted).reference } as const;
  return tag === undefined ? refusal : { ...refusal, suggestion: `${short}:${tag}` };
}

/** An image nobody here knows. One named like a well-known image is taken to be a copy of it. */
function somebodys(wanted: Reference, tag: string): ImageProfile {
  const name = wanted.path.slice(wanted.path.lastIndexOf('/') + 1);
  const model = families.get(`docker.io/library/${name}`);
  if (model) return { ...model.profile(tag), ...identity(wanted), certainty: 'assumed' };
  return {
    ...plain(debianSlim, []),
    ...identity(wanted),
    certainty: 'opaque',
    listens: 'any',
    programs: 'any',
    behaviour: 'unknown',
  };
}

function identity({ repository, tag, digest }: Reference) {
  const shown = tag ?? (digest === undefined ? 'latest' : undefined);
  return {
    reference: `${repository}${shown === undefined ? '' : `:${shown}`}${digest === undefined ? '' : `@${digest}`}`,
    repository,
    ...(shown !== undefined && { tag: shown }),
    ...(digest !== undefined && { digest }),
  };
}
