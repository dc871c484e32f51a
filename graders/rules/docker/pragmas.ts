import type { Finding } from '../../core/finding.ts';
import { rules } from '../../generated/rules.ts';
import type { Dockerfile } from '../../model/dockerfile/dockerfile.ts';

/** Leaves out what the pragmas of other tools silence, by the names our rules have there. */
export function withoutSilenced(dockerfile: Dockerfile, findings: readonly Finding[]): readonly Finding[] {
  const silenced = silencedBy(dockerfile);
  const relatedOf = new Map(rules.map(({ rule }) => [rule.id, rule.related ?? []]));
  return findings.filter((finding) => !silenced(finding, relatedOf.get(finding.id) ?? []));
}

/** Whether the author of a Dockerfile silenced a finding with the pragma of another tool. */
export type Silenced = (finding: Finding, related: readonly string[]) => boolean;

/**
 * The pragmas of other tools that people already have in their files:
 *
 * - `# hadolint ignore=DL3006,DL3008` above an instruction, `# hadolint global ignore=DL3006` anywhere;
 * - `# hadolint stage ignore=DL3006`, for the stage of the instruction that follows;
 * - `# check=skip=JSONArgsRecommended,StageNameCasing` or `# check=skip=all`, BuildKit's directive at the top, or above an
 *   instruction for that one.
 *
 * @see https://github.com/hadolint/hadolint#ignoring-rules
 * @see https://docs.docker.com/reference/dockerfile/#check
 */
export function silencedBy(dockerfile: Dockerfile): Silenced {
  const everywhere = new Set([...skippedChecks(dockerfile), ...globallyIgnored(dockerfile)]);
  const local = [...ignoredByInstruction(dockerfile), ...ignoredByStage(dockerfile)];
  return ({ at, severity }, related) => {
    // BuildKit's checks are warnings: to skip them all makes no build of one that stops.
    const isAmong = (ids: ReadonlySet<string>) =>
      related.some((id) => ids.has(id) || (ids.has('all') && severity !== 'error' && !/^(?:DL|SC)\d/.test(id)));
    return isAmong(everywhere) || local.some(({ ids, from, to }) => at.from >= from && at.from < to && isAmong(ids));
  };
}

function skippedChecks({ directives }: Dockerfile): readonly string[] {
  const options = directives.filter(({ name }) => name === 'check').flatMap(({ value }) => value.split(';'));
  return options.flatMap((option) => /^\s*skip=(.*)$/.exec(option)?.[1]?.split(',') ?? []).map((id) => id.trim());
}

function globallyIgnored({ comments }: Dockerfile): readonly string[] {
  return comments.flatMap(({ text }) => idsOf(/^hadolint\s+global\s+ignore\s*=\s*(.+)$/.exec(text)?.[1]));
}

/** A pragma speaks of the instruction that follows it, other comments in between or not. */
function ignoredByInstruction({ comments, instructions }: Dockerfile) {
  return comments.flatMap(({ text, at }) => {
    const written = /^hadolint\s+ignore\s*=\s*(.+)$/.exec(text) ?? /^check\s*=\s*skip\s*=\s*([^;]+)/.exec(text);
    const ids = idsOf(written?.[1]);
    const next = instructions.find(({ wholeAt }) => wholeAt.from > at.from);
    return ids.length === 0 || !next ? [] : [{ ids: new Set(ids), from: next.wholeAt.from, to: next.wholeAt.to }];
  });
}

/** `# hadolint stage ignore=` speaks of the whole stage of the instruction that follows it. */
function ignoredByStage({ comments, stages }: Dockerfile) {
  const spans = stages.map(({ from, instructions }) => {
    const last = instructions.at(-1) ?? from;
    return { from: from.wholeAt.from, to: last.wholeAt.to };
  });
  return comments.flatMap(({ text, at }) => {
    const ids = idsOf(/^hadolint\s+stage\s+ignore\s*=\s*(.+)$/.exec(text)?.[1]);
    const stage = spans.find(({ to }) => to > at.from);
    return ids.length === 0 || !stage ? [] : [{ ids: new Set(ids), ...stage }];
  });
}

function idsOf(list: string | undefined): readonly string[] {
  return (list ?? '')
    .replace(/\s#.*$/, '')
    .split(/[\s,]+/)
    .filter((id) => id !== '');
}
