import { type Descriptor, type Finding, finding } from '../core/finding.ts';
import type { Messages } from '../core/messages.ts';
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
  check(subject: Subjects[Over], say: Say<M>): void;
}

/** A rule as the runner sees it: a descriptor and a pure function from a subject to findings. */
export interface Rule<Over extends keyof Subjects = keyof Subjects> extends Descriptor {
  readonly over: Over;
  findings(subject: Subjects[Over]): readonly Finding[];
}

/** Declares a rule; the default export of every `rules/<area>/<rule>/rule.ts`. */
export function rule<const M extends Messages, Over extends keyof Subjects>(
  definition: RuleDefinition<M, Over>,
): Rule<Over> {
  const { id, severity, over, related } = definition;
  return {
    ...{ id, severity, over, ...(related && { related }) },
    // Words are asked for when they are said: a page loads them then.
    get title() {
      return definition.title;
    },
    get messages() {
      return definition.messages;
    },
    findings(subject) {
      const found: Finding[] = [];
      definition.check(subject, (message, at, data) => found.push(finding(definition, message, at, data)));
      return found;
    },
  };
}
