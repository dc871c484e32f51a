import type { Dockerfile, Stage } from '../../../model/dockerfile/dockerfile.ts';
import type { ContextFile } from '../context.ts';
import { askedAtTop } from '../lint/asked.ts';
import { ignoredIn } from '../lint/ignored.ts';
import { lintOf, stagesBehind } from '../lint/lint.ts';
import type { Registry } from './from.ts';
import { BuildStop } from './refusal.ts';

/**
 * `# check=error=true`: where a check of BuildKit warns, nothing is built.
 * @param last the stage that is built
 * @throws BuildStop at the first warning
 * @see https://docs.docker.com/build/checks/#fail-build-on-check-violations
 */
export function checkWarnings(
  dockerfile: Dockerfile,
  last: Stage,
  context: readonly ContextFile[],
  registry: Registry,
): void {
  if (!askedAtTop(dockerfile).failing) return;
  const ignored = ignoredIn(context, dockerfile.source.path);
  const stages = stagesBehind(dockerfile, last.index);
  const warnings = lintOf(dockerfile, { registry, stages, ...(ignored && { ignored }) });
  const [first] = warnings;
  if (first)
    throw new BuildStop({ kind: 'warned', checks: [...new Set(warnings.map(({ check }) => check))] }, first.at);
}
