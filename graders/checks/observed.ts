import type { ServiceTranscript } from './service/transcript.ts';

/** What only a process can find out about an answer. */
export interface Observed {
  readonly service?: ServiceTranscript;
  /** There was a service to run, and nothing to hold it with. */
  readonly withheld?: true;
}
