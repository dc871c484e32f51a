import { buildFinding } from './checks/image/refusals.ts';
import type { Finding } from './core/finding.ts';
import type { Source } from './core/source.ts';
import { type ClusterState, settle } from './lab/cluster/index.ts';
import { type ContextFile, describeImage, type ImageDescription, pull } from './lab/image/index.ts';
import {
  type AbsentObject,
  absentObjects,
  type ClusterDescription,
  describeCluster,
  type MeshRequest,
  type MeshTrace,
  type RefusalDescription,
  request,
} from './lab/request/index.ts';
import { readDockerfile } from './model/dockerfile/read.ts';
import { readWorld } from './model/kustomize/world.ts';
import type { Resource } from './model/manifests/manifests.ts';
import { validate } from './schema/validate.ts';

/** What the lab answers about some files, or why they cannot be read: nothing was asked then. */
export type Answered<T> =
  | { readonly problems: readonly [Finding, ...Finding[]] }
  | { readonly problems: readonly []; readonly answer: T };

/** One request through a cluster at rest. */
export interface SentRequest {
  readonly trace: MeshTrace;
  readonly state: ClusterState;
}

/**
 * Sends one request through the manifests of a world, with kustomizations built.
 * @param asked a URL that `isCallable` takes
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askRequest(sources: readonly Source[], asked: MeshRequest): Answered<SentRequest | undefined> {
  const { resources, problems } = resourcesOf(sources);
  const [first, ...rest] = [...problems, ...resources.flatMap(validate).filter(isError)];
  if (first) return { problems: [first, ...rest] };
  if (resources.length === 0) return { problems: [], answer: undefined };
  const { state } = settle(resources);
  return { problems: [], answer: { trace: request(state, asked), state } };
}

/** A cluster of which files show a part. */
export interface WorldDescription extends ClusterDescription {
  /** What is taken to be there, though no file shows it. */
  readonly absent: readonly AbsentObject[];
}

/**
 * Settles the manifests of a world and tells what there is once nothing changes any more. What the schema of its kind
 * refuses is told as refused, and the rest goes on without it.
 * @returns `answer` is undefined where there is no manifest at all
 */
export function askCluster(sources: readonly Source[]): Answered<WorldDescription | undefined> {
  const { resources, problems } = resourcesOf(sources);
  const [first, ...rest] = problems;
  if (first) return { problems: [first, ...rest] };
  return { problems: [], answer: resources.length === 0 ? undefined : describe(resources) };
}

/** The image that a Dockerfile gives; `refusal` is the finding of a build that stops, with the way to there as its proof. */
export interface AskedImage {
  readonly described: ImageDescription;
  readonly refusal: Finding | undefined;
}

/**
 * Builds a Dockerfile and starts a container of what comes out.
 * @param context read only where the Dockerfile can be
 */
export function askImage(source: Source, context: () => readonly ContextFile[]): Answered<AskedImage> {
  const { dockerfile, findings } = readDockerfile(source);
  const [first, ...rest] = findings;
  if (first) return { problems: [first, ...rest] };
  const described = describeImage(dockerfile, context(), (reference) => pull(reference));
  return { problems: [], answer: { described, refusal: described.built ? undefined : refusalOf(described) } };
}

function refusalOf({ refusal, at, hops }: Extract<ImageDescription, { readonly built: false }>): Finding {
  return buildFinding(refusal, at, { hops, outcome: { refusal: refusal.kind } });
}

/** The objects of a world, with kustomizations built, and why some cannot be read. */
export function resourcesOf(sources: readonly Source[]) {
  const { worlds, findings } = readWorld(sources, 'given');
  return { resources: worlds.flat(), problems: findings.filter(isError) };
}

function describe(resources: readonly Resource[]): WorldDescription {
  const judged = resources.map((resource) => ({ resource, errors: validate(resource).filter(isError) }));
  const kept = judged.filter(({ errors }) => errors.length === 0).map(({ resource }) => resource);
  const described = describeCluster(settle(kept).state);
  const invalid = judged.flatMap(({ resource, errors }) => errors.map((finding) => refused(resource, finding)));
  return {
    ...described,
    refused: [...invalid, ...described.refused],
    absent: absentObjects({ resources: kept }, { resources }),
  };
}

function refused({ kind, name, namespace }: Resource, finding: Finding): RefusalDescription {
  const where = namespace === undefined ? {} : { namespace };
  return { kind, name, ...where, by: 'API', at: finding.at, says: { finding } };
}

const isError = ({ severity }: Finding): boolean => severity === 'error';
