import { exercism } from './exercism.ts';
import { github } from './github.ts';
import { githubClassroom } from './github-classroom.ts';
import { gradescope } from './gradescope.ts';
import { junit } from './junit.ts';
import { prairielearn } from './prairielearn.ts';
import { sarif } from './sarif.ts';
import type { Sink } from './sink.ts';

/** The formats of other programs that graded exercises are written in. */
export const sinks = {
  junit,
  sarif,
  github,
  gradescope,
  prairielearn,
  'github-classroom': githubClassroom,
  exercism,
} satisfies Record<string, Sink>;

export type SinkName = keyof typeof sinks;
export const sinkNames = Object.keys(sinks) as readonly SinkName[];
