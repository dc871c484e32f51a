import type { ServiceTranscript } from './service/transcript.ts';

/** What a person decided about an idea of an explanation. It holds for that text and no other. */
export interface Decision {
  /** Id of the exercise. */
  readonly exercise: string;
  /** Key of the section in the answer. */
  readonly section: string;
  readonly slot: string;
  readonly idea: string;
  readonly text: string;
  /** The text says it. */
  readonly counts: boolean;
}

/** What only a process or a person can find out about an answer. */
export interface Observed {
  /** What people decided where the grader abstained, about whatever exercise. */
  readonly decisions?: readonly Decision[];
  readonly service?: ServiceTranscript;
  /** There was a service to run, and nothing to hold it with. */
  readonly withheld?: true;
}
