import { askCluster } from '../../ask.ts';
import { code } from '../../core/code.ts';
import type { Finding } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import type { ClusterDescription } from '../../lab/request/index.ts';
import { clusterJson } from '../../render/cluster.ts';
import { textsOf } from '../../render/places.ts';
import { clusterLines } from '../../render/terminal/cluster.ts';
import { filesLines } from '../../render/terminal/files.ts';
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
  const asked = askCluster(worlds.flatMap((world) => world.sources));
  const unreadable = [...worlds.flatMap(({ problems }) => problems), ...asked.problems].filter(isError);
  if (!('answer' in asked) || unreadable.length > 0) {
    printLines(context.err, filesLines(byFile(unreadable), screen));
    return 2;
  }
  const described = asked.answer;
  if (!described) throw new UsageError(fill(nothingToCheck, { paths: paths.map(code) }, context.lang));
  if (format === 'json') printJson(context.out, clusterJson(described, textOf, context.lang));
  else printLines(context.out, clusterLines(described, screen));
  return isWell(described) ? 0 : 1;
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
