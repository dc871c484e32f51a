import { type Descriptor, type Finding, finding } from '../core/finding.ts';
import type { DataFor, Messages } from '../core/messages.ts';
import { own } from '../core/own.ts';
import type { Say } from '../core/say.ts';
import type { Dockerfile } from '../model/dockerfile/dockerfile.ts';
import type { Manifests } from '../model/manifests/manifests.ts';

/** What a rule may look at: one Dockerfile, or every manifest of one world at once. */
export interface Subjects {
  readonly dockerfile: Dockerfile;
  readonly manifests: Manifests;
}

export type { Say };

export interface RuleDefinition<M extends Messages, Over extends keyof Subjects> extends Descriptor<M> {
  readonly over: Over;
  /**
   * What a workload needs in production and an answer of a course may do without. `timonel check` tells it; an exercise only
   * where its `valid` names the rule.
   */
  readonly production?: true;
  /**
   * Of `related`, what `istioctl analyze` tells of the same object where this rule says a message: one of them at least.
   * Without it, all of them; a message for which there is none says what no analyzer sees.
   */
  readonly codes?: { readonly [K in keyof M]?: readonly string[] | ((data: DataFor<M[K]>) => readonly string[]) };
  check(subject: Subjects[Over], say: Say<M>): void;
}

/** A rule as the runner sees it: a descriptor and a pure function from a subject to findings. */
export interface Rule<Over extends keyof Subjects = keyof Subjects> extends Descriptor {
  readonly over: Over;
  readonly production?: true;
  /** The codes of `istioctl analyze` for a finding of this rule. */
  codesOf(finding: Finding): readonly string[];
  findings(subject: Subjects[Over]): readonly Finding[];
}

/** Whether the course tells it where nothing else is said. */
export const isOfCourse = ({ production }: Pick<Rule, 'production'>): boolean => production !== true;

/** Declares a rule; the default export of every `rules/<area>/<rule>/rule.ts`. */
export function rule<const M extends Messages, Over extends keyof Subjects>(
  definition: RuleDefinition<M, Over>,
): Rule<Over> {
  const { id, severity, over, production, related } = definition;
  return {
    ...{ id, severity, over, ...(production && { production }), ...(related && { related }) },
    // Words are asked for when they are said: a page loads them then.
    get title() {
      return definition.title;
    },
    get messages() {
      return definition.messages;
    },
    codesOf({ message, data }) {
      const all = (related ?? []).filter((one) => one.startsWith('IST'));
      const told = definition.codes ? own(definition.codes, message) : all;
      return typeof told === 'function' ? told(data as never) : (told ?? []);
    },
    findings(subject) {
      const found: Finding[] = [];
      definition.check(subject, (message, at, data) => found.push(finding(definition, message, at, data)));
      return found;
    },
  };
}
