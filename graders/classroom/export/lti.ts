import { isUntouched, type Points } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import { jsonText } from '../../render/json-text.ts';
import { type ReviewScore, scaled } from '../../render/score.ts';
import { type Notes, noNotes } from '../comments/comments.ts';
import type { ClassResults, GradedSubmission } from '../results.ts';
import { feedbackLines, pointsText } from './feedback.ts';
import { answersOf } from './told.ts';
import { totalOf, worthOf } from './worth.ts';

/** What is posted to the `scores` of a line item. */
export interface LtiScore {
  readonly userId: string;
  /** Absent where there is nothing to give. */
  readonly scoreGiven?: number;
  readonly scoreMaximum: number;
  readonly comment: string;
  readonly timestamp: string;
  readonly activityProgress: 'Initialized' | 'InProgress' | 'Completed';
  readonly gradingProgress: 'FullyGraded' | 'PendingManual' | 'Failed' | 'NotReady';
}

/** Whether a text is a time as LTI takes it: ISO 8601 with a zone. */
export const isTimestamp = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Score objects of LTI Assignment and Grade Services, by line item: one for the total and one for each exercise.
 * What waits for a person is `PendingManual`, which a platform shows as not final, with what is certain so far.
 * @param timestamp ISO 8601: of the hand-in or the grading, as the caller decides. There is no clock here.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
export function ltiScores(
  results: ClassResults,
  timestamp: string,
  review: ReviewScore,
  lang: Lang,
  notes: Notes = noNotes,
): string {
  const items = [
    {
      lineItem: { tag: 'total', scoreMaximum: results.exercises.reduce((sum, { of }) => sum + of, 0) },
      scores: results.submissions.map((submission) => {
        const statuses = submission.exercises.map(({ report }) => (isUntouched(report) ? 'untouched' : report.status));
        const comment = feedbackLines(results, submission, lang, notes).join('\n');
        return scoreOf(submission, totalOf(results, submission), statuses, { comment, timestamp, review });
      }),
    },
    ...results.exercises.map((exercise) => ({
      lineItem: { tag: exercise.id, label: exercise.title[lang], scoreMaximum: exercise.of },
      scores: results.submissions.flatMap((submission) =>
        answersOf(results, submission)
          .filter((one) => one.exercise.id === exercise.id)
          .map((one) => {
            const { report } = one.answer;
            const comment = pointsText(worthOf(one), lang);
            const status = isUntouched(report) ? 'untouched' : report.status;
            return scoreOf(submission, worthOf(one), [status], { comment, timestamp, review });
          }),
      ),
    })),
  ];
  return jsonText({ version: 1, items });
}

interface ScoreOptions {
  readonly comment: string;
  readonly timestamp: string;
  readonly review: ReviewScore;
}

function scoreOf(
  { id, student }: GradedSubmission,
  points: Points,
  statuses: readonly string[],
  { comment, timestamp, review }: ScoreOptions,
): LtiScore {
  const untouched = statuses.every((status) => status === 'untouched');
  const open = statuses.some((status) => status === 'untouched' || status === 'pending');
  const gradingProgress = untouched
    ? 'NotReady'
    : statuses.includes('error')
      ? 'Failed'
      : statuses.includes('review')
        ? 'PendingManual'
        : 'FullyGraded';
  const isGiven = gradingProgress !== 'NotReady' && gradingProgress !== 'Failed';
  return {
    userId: student.number ?? student.email ?? id,
    ...(isGiven && { scoreGiven: scaled(points, points.of, review) }),
    scoreMaximum: points.of,
    comment,
    timestamp,
    activityProgress: untouched ? 'Initialized' : open ? 'InProgress' : 'Completed',
    gradingProgress,
  };
}
