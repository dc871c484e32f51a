import { code } from '../../core/code.ts';
import type { Finding } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import { settle } from '../../lab/cluster/index.ts';
import { type ClusterDescription, describeCluster, type RefusalDescription } from '../../lab/request/index.ts';
import { readWorld } from '../../model/kustomize/world.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { clusterJson } from '../../render/cluster.ts';
import { textsOf } from '../../render/places.ts';
import { clusterLines } from '../../render/terminal/cluster.ts';
import { filesLines } from '../../render/terminal/files.ts';
import { validate } from '../../schema/validate.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { nothingToCheck } from '../sentences.ts';
import { loadWorld } from '../world.ts';

/**
 * Settles the manifests of one world and prints what there is once nothing changes any more. All paths together are the
 * world, with kustomizations built. What the schema of its kind refuses is told as refused, and the rest goes on without it.
 * Exit code 1: something is not ready, leads nowhere or was not admitted; 2: a file cannot be read.
 */
export function cluster(
  paths: readonly string[],
  { format }: { format: 'human' | 'json' },
  context: Context,
): ExitCode {
  const worlds = paths.map((path) => loadWorld(context.cwd, path));
  const textOf = textsOf(worlds.flatMap(({ shown }) => shown));
  const screen = screenFor(context, textOf);
  const read = readWorld(
    worlds.flatMap((world) => world.sources),
    'given',
  );
  const unreadable = [...worlds.flatMap(({ problems }) => problems), ...read.findings].filter(isError);
  if (unreadable.length > 0) {
    printLines(context.err, filesLines(byFile(unreadable), screen));
    return 2;
  }
  const resources = read.worlds.flat();
  if (resources.length === 0) throw new UsageError(fill(nothingToCheck, { paths: paths.map(code) }, context.lang));
  const described = describe(resources);
  if (format === 'json') printJson(context.out, clusterJson(described, textOf, context.lang));
  else printLines(context.out, clusterLines(described, screen));
  return isWell(described) ? 0 : 1;
}

function describe(resources: readonly Resource[]): ClusterDescription {
  const judged = resources.map((resource) => ({ resource, errors: validate(resource).filter(isError) }));
  const kept = judged.filter(({ errors }) => errors.length === 0).map(({ resource }) => resource);
  const described = describeCluster(settle(kept).state);
  const invalid = judged.flatMap(({ resource, errors }) => errors.map((finding) => refused(resource, finding)));
  return { ...described, refused: [...invalid, ...described.refused] };
}

function refused({ kind, name, namespace }: Resource, finding: Finding): RefusalDescription {
  const where = namespace === undefined ? {} : { namespace };
  return { kind, name, ...where, by: 'API', at: finding.at, says: { finding } };
}

function isWell({ workloads, services, refused }: ClusterDescription): boolean {
  return (
    workloads.every(({ ready, wanted }) => ready >= wanted) &&
    services.every(({ why }) => why.length === 0) &&
    refused.length === 0
  );
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

function byFile(findings: readonly Finding[]) {
  const paths = [...new Set(findings.map(({ at }) => at.path))];
  return paths.map((path) => ({ path, findings: findings.filter(({ at }) => at.path === path) }));
}
