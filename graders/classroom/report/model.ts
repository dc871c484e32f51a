import type { Lang } from '../../core/text.ts';
import type { Notes } from '../comments/comments.ts';
import type { ClassResults } from '../results.ts';
import type { Form } from '../similar/forms.ts';
import type { Alike } from '../similar/similar.ts';
import type { CourseFacts } from './course.ts';

/** All that the pages are made from. */
export interface ReportModel {
  readonly results: ClassResults;
  readonly lang: Lang;
  readonly facts: CourseFacts;
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly alike: readonly Alike[];
  readonly notes: Notes;
  /** Address of the study site, with a slash at its end: where lessons are linked to. */
  readonly site?: string;
}
