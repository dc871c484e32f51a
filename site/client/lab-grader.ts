import {
  askCluster,
  askImage,
  askRequest,
  check,
  rangeOf,
  sayFinding,
  sayHop,
  sayRefusal,
} from '../../graders/index.ts';

/** What an example of a lesson takes from the graders. */
export const lab = { askCluster, askImage, askRequest, check, rangeOf, sayFinding, sayHop, sayRefusal };

export type Lab = typeof lab;

/** A script of its own, loaded when an example is first touched: reading a lesson costs nothing of it. */
(globalThis as { timonelLab?: Lab }).timonelLab = lab;
