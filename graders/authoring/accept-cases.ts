import { join } from 'node:path';
import { check } from '../check.ts';
import type { Source } from '../core/source.ts';
import { rules } from '../generated/rules.ts';
import { announcing, type Style, withoutAnnouncements } from './announce.ts';
import { readCases } from './cases.ts';
import { compareStrictly } from './expectations.ts';
import type { Proposal } from './gate/accept.ts';

/** Ids of all rules: what none of them finds counts in the cases of each. */
const ruleIds: ReadonlySet<string> = new Set(rules.map(({ rule }) => rule.id));

/** What the case of a rule is about: its own findings, and those that no rule makes. */
export const findingsFor = (id: string, sources: readonly Source[]) =>
  check(sources)
    .flatMap(({ findings }) => findings)
    .filter((found) => found.id === id || !ruleIds.has(found.id));

/**
 * The cases of rules that do not announce what is found in them, as they would be if they did. A case in which comments cannot say it
 * stays as it is.
 * @param root absolute path of the repository
 */
export function caseProposals(root: string): readonly Proposal[] {
  return rules.flatMap(({ rule, folder }) => {
    const cases = join('graders', folder, 'cases');
    return readCases(join(root, cases)).flatMap(({ sources }) =>
      announced(rule.id, sources).map((one) => ({ ...one, path: `${cases}/${one.path}` })),
    );
  });
}

/** The files of one case that would be others. */
export function announced(id: string, sources: readonly Source[]): readonly Proposal[] {
  if (compareStrictly(sources, findingsFor(id, sources)).length === 0) return [];
  const bare = sources.map((source) => ({ ...source, text: withoutAnnouncements(source.text) }));
  const findings = findingsFor(id, bare);
  const said = bare.map((source) => announcing(source, findings, styleOf(source.path)));
  if (compareStrictly(said, findingsFor(id, said)).length > 0) return [];
  return sources.flatMap(({ path, text }, index) => {
    const after = said[index]?.text ?? text;
    return after === text ? [] : [{ path, before: text, after }];
  });
}

/** A comment after an instruction of a Dockerfile would be part of it. */
const styleOf = (path: string): Style => ({ mark: '#', above: !/\.ya?ml$/.test(path), ranges: true });
