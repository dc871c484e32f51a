import { fill, type Messages } from '../../../core/messages.ts';
import type { Say } from '../../../core/say.ts';
import type { Span } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';
import type { Manifests } from '../../../model/manifests/manifests.ts';

export type { Say };

/** A reason for which the API server refuses an object, in words, at the place that gives it. */
export interface Reason {
  readonly text: Text;
  readonly at: Span;
}

/**
 * One thing that the API server minds when it validates objects, with the words for each reason to refuse. It looks at every
 * object by itself, never at its neighbours, and never throws, whatever the object holds.
 */
export interface LawDefinition<M extends Messages> {
  readonly messages: M;
  /** It looks at nothing but pods and templates of pods. */
  readonly of?: 'pods';
  /** Says each reason to refuse one of the objects, at the field that gives it. */
  check(objects: Manifests, say: Say<M>): void;
}

export interface Law<M extends Messages = Messages> extends Judge {
  readonly messages: M;
  readonly check: LawDefinition<M>['check'];
}

/** A law as admission sees it. */
export interface Judge {
  readonly messages: Messages;
  readonly of?: 'pods';
  reasons(objects: Manifests): readonly Reason[];
}

/** Declares a law: admission asks for its reasons, and the rule of the same matter says them to people. */
export function law<const M extends Messages>({ messages, of, check }: LawDefinition<M>): Law<M> {
  return {
    messages,
    ...(of && { of }),
    check,
    reasons(objects) {
      const found: Reason[] = [];
      check(objects, (message, at, data) => {
        const sentence = messages[message];
        if (sentence) found.push({ text: { es: fill(sentence, data, 'es'), en: fill(sentence, data, 'en') }, at });
      });
      return found;
    },
  };
}
