import {
  askCluster,
  askImage,
  askMigration,
  askRequest,
  askScaling,
  askUpdate,
  check,
  isOfCourse,
  rangeOf,
  type Source,
  sayFinding,
  sayHop,
  sayRefusal,
} from '../../graders/index.ts';

/** What an example of a lesson takes from the graders. */
export const lab = {
  askCluster,
  askImage,
  askMigration,
  askRequest,
  askScaling,
  askUpdate,
  check: (sources: readonly Source[]) => check(sources, isOfCourse),
  rangeOf,
  sayFinding,
  sayHop,
  sayRefusal,
};

export type Lab = typeof lab;
