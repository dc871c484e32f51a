import { grade, pictureOfAnswer, rangeOf, readLiteral, sayFinding, sayHop, sayRefusal } from '../../graders/index.ts';

/** What the page takes from the graders. */
export const grader = { grade, pictureOfAnswer, rangeOf, readLiteral, sayFinding, sayHop, sayRefusal };

export type Grader = typeof grader;

/** A script of its own, loaded when it is first needed: reading an exercise costs nothing of it. */
(globalThis as { timonelGrader?: Grader }).timonelGrader = grader;
