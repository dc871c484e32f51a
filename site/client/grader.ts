import { recall } from '../../graders/checks/predictions/recall.ts';
import {
  branchOfCheck,
  grade,
  type Literal,
  pictureOfAnswer,
  rangeOf,
  readLiteral,
  type Source,
  sayFinding,
  sayHop,
  sayRefusal,
  type Text,
} from '../../graders/index.ts';

/** What the form of an answer needs to know of a text written by hand. */
export interface LiteralRead {
  readonly literal: Literal;
  /** Why it cannot be read. */
  readonly problem?: Text;
}

function readAnswer(source: Source): LiteralRead {
  const { literal, findings } = readLiteral(source);
  const [first] = findings;
  return first ? { literal, problem: { es: sayFinding(first, 'es'), en: sayFinding(first, 'en') } } : { literal };
}

/** What the page of an exercise takes from the graders. */
export const grader = {
  branchOfCheck,
  grade,
  pictureOfAnswer,
  rangeOf,
  readAnswer,
  readLiteral,
  recall,
  sayFinding,
  sayHop,
  sayRefusal,
};

export type Grader = typeof grader;
