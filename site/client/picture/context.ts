import type { CheckPicture } from '../../../graders/checks/drawn/picture.ts';
import type { Branch, Finding, Source } from '../../../graders/index.ts';
import type { Grader } from '../grader.ts';

type Speaker = Pick<Grader, 'sayHop' | 'sayRefusal'>;

/** What becomes of a picture that is left at a moment. */
export interface Branched {
  /** Absent where it cannot be done. */
  readonly picture?: CheckPicture;
  /** Why not. */
  readonly said?: readonly Node[];
  /** Who says what is in it. */
  readonly grader: Speaker;
}

/** What a picture takes from its page. */
export interface PictureContext {
  readonly grader: Speaker;
  /** Asks the lab what would come of something else; absent where nobody can. */
  readonly branch?: (branch: Branch) => Promise<Branched>;
  /** The files as they stand now, where somebody may have changed them since it was drawn. */
  readonly edited?: () => readonly Source[];
  /** A link to lines, where the page has their file. */
  readonly lineLink: (span: Finding['at']) => HTMLElement | false;
  /** Lights lines in the editor; nothing puts the light out. */
  readonly light: (span: Finding['at'] | undefined) => void;
}
