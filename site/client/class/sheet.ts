import { type Cell, csvText } from '../../../graders/classroom/export/csv.ts';
import { answersOf } from '../../../graders/classroom/export/told.ts';
import { totalOf, worthOf } from '../../../graders/classroom/export/worth.ts';
import type { ClassResults } from '../../../graders/classroom/results.ts';
import type { Lang } from '../../../graders/index.ts';
import { classWords } from '../../shared/class-words.ts';

/** The results as a sheet: certain points of each exercise, and what a person may still add to them. */
export function sheetOf(results: ClassResults, lang: Lang): string {
  const heads = [
    classWords.student[lang],
    classWords.file[lang],
    ...results.exercises.map(({ number, title, of }) => `${number}. ${title[lang]} (/${of})`),
    classWords.total[lang],
    classWords.most[lang],
    classWords.of[lang],
  ];
  const rows = results.submissions.map((submission): Cell[] => {
    const worth = answersOf(results, submission).map((one) => worthOf(one).min);
    const { min, max, of } = totalOf(results, submission);
    return [submission.id, submission.entry, ...worth, min, max, of];
  });
  return csvText([heads, ...rows]);
}
