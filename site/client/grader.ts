import { grade, rangeOf, readLiteral, sayFinding, sayHop } from '../../graders/index.ts';

/** What the page takes from the graders. */
export const grader = { grade, rangeOf, readLiteral, sayFinding, sayHop };

export type Grader = typeof grader;

/** A script of its own, loaded when it is first needed: reading an exercise costs nothing of it. */
(globalThis as { timonelGrader?: Grader }).timonelGrader = grader;
