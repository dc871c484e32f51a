import type { Finding } from '../../../graders/index.ts';
import type { Grader } from '../grader.ts';

/** What a picture takes from its page. */
export interface PictureContext {
  readonly grader: Pick<Grader, 'sayHop' | 'sayRefusal'>;
  /** A link to lines, where the page has their file. */
  readonly lineLink: (span: Finding['at']) => HTMLElement | false;
  /** Lights lines in the editor; nothing puts the light out. */
  readonly light: (span: Finding['at'] | undefined) => void;
}
