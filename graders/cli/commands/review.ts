import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type ToReview, toReview } from '../../checks/explanation/to-review.ts';
import type { Decision } from '../../checks/observed.ts';
import type { CheckResult } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { exercisesIn } from '../../course/paths.ts';
import { pointsWords } from '../../render/terminal/points.ts';
import { title } from '../../render/terminal/report.ts';
import { indent, say } from '../../render/terminal/screen.ts';
import { verdicts } from '../../render/terminal/sentences.ts';
import { sentence, wrap } from '../../render/terminal/wrap.ts';
import { readSubmission } from '../../submission.ts';
import { type Graded, gradeFolder } from '../grading.ts';
import type { Context, ExitCode } from '../io.ts';
import { printLines } from '../print.ts';
import { decisionFile, decisionsFor, keepDecisions } from '../reviewing.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { namedOrCounting } from '../which.ts';
import type { GradeOptions } from './grade.ts';

/** One exercise, and what of it is left to a person. */
interface Reviewed {
  readonly graded: Graded;
  readonly items: readonly ToReview[];
  /** Checks left to a person that are no explanation. */
  readonly others: readonly CheckResult[];
}

/**
 * Shows of each exercise the interval and only what is left to a person: the sentence and the idea. On a terminal each takes
 * one key; the decisions are kept beside the submission and hold when it is graded again.
 */
export async function review(
  wanted: readonly string[],
  { dir, unprotected = false }: Pick<GradeOptions, 'dir' | 'unprotected'>,
  context: Context,
): Promise<ExitCode> {
  const folders = listFolders(context.root);
  const chosen = namedOrCounting(folders, wanted, context);
  const answersRoot = dir === undefined ? exercisesIn(context.root) : resolve(context.cwd, dir);
  const kept = decisionsFor(decisionFile(dir, context), context);
  const { decisions } = kept;
  const reviewed = chosen
    .map((folder) => gradeFolder(context.root, folder, answersRoot, context.build, { unprotected, decisions }))
    .map((graded) => reviewedOf(graded, decisions))
    .filter(({ items, others }) => items.length > 0 || others.length > 0);
  if (reviewed.length === 0) {
    printLines(context.out, [say(screenFor(context), nothing)]);
    return 0;
  }
  const made = await decide(reviewed, context);
  if (made.length > 0) {
    keepDecisions(kept, made, context);
    const file = fromCwd(context.cwd, kept.file);
    printLines(context.out, ['', say(screenFor(context), saved, { count: made.length, file })]);
  } else if (context.input.isTTY !== true && reviewed.some(({ items }) => items.length > 0)) {
    printLines(context.out, [say(screenFor(context), onTerminal)]);
  }
  return 0;
}

function reviewedOf(graded: Graded, decisions: readonly Decision[]): Reviewed {
  const { exercise } = graded.opened;
  const open = graded.report.checks.filter(({ status, points }) => status === 'review' || points.min < points.max);
  const others = open.filter(({ kind }) => kind !== 'explanation');
  if (!exercise || !open.some(({ kind }) => kind === 'explanation')) return { graded, items: [], others };
  const submission = readSubmission(exercise, graded.answers, { decisions });
  return { graded, items: toReview(exercise.spec.checks, submission), others };
}

/** Shows everything, and asks about each item where somebody can answer. */
async function decide(reviewed: readonly Reviewed[], context: Context): Promise<readonly Decision[]> {
  const made: Decision[] = [];
  const total = reviewed.reduce((sum, { items }) => sum + items.length, 0);
  const lines = context.input.isTTY === true ? createInterface({ input: context.input }) : undefined;
  const typed = lines?.[Symbol.asyncIterator]();
  try {
    let place = 0;
    for (const one of reviewed) {
      printLines(context.out, headLines(one, context));
      for (const item of one.items) {
        place++;
        printLines(context.out, itemLines(item, { place, total }, context));
        const answer = typed && (await ask(typed, context));
        if (answer === 'end') return made;
        if (answer !== undefined) made.push(decisionOf(item, answer));
      }
    }
    return made;
  } finally {
    lines?.close();
  }
}

function decisionOf({ exercise, section, slot, idea, text }: ToReview, counts: boolean): Decision {
  return { exercise, section, slot, idea, text, counts };
}

/** Until something that can be understood is typed. The end of the input leaves the rest for another time. */
async function ask(typed: AsyncIterator<string>, context: Context): Promise<boolean | 'end' | undefined> {
  for (;;) {
    context.out.write(`  ${sentence(question[context.lang], screenFor(context).palette)} `);
    const { value, done } = await typed.next();
    if (done) return 'end';
    const word = value.trim().toLowerCase();
    if (/^(?:s|sí|si|y|yes)$/.test(word)) return true;
    if (/^(?:n|no)$/.test(word)) return false;
    if (word === '') return undefined;
    if (/^(?:q|fin)$/.test(word)) return 'end';
  }
}

function headLines({ graded: { report }, others }: Reviewed, context: Context): readonly string[] {
  const screen = screenFor(context);
  const points = pointsWords(report.points, screen);
  return [
    '',
    title(report, screen),
    `  ${say(screen, report.status === 'review' ? interval : verdicts[report.status], { points })}`,
    ...others.map(
      (check) => `  ? ${sentence(check.title[context.lang], screen.palette)}  ${pointsWords(check.points, screen)}`,
    ),
  ];
}

function itemLines(
  item: ToReview,
  { place, total }: { readonly place: number; readonly total: number },
  context: Context,
): readonly string[] {
  const screen = screenFor(context);
  const { lang } = context;
  const { palette, width } = screen;
  const room = width - 4;
  const points = Math.round(item.points * 100) / 100;
  return [
    '',
    `  ${palette.strong(`${place}/${total}`)}  ${palette.faint(`${item.slot} · ${item.idea} · ${say(screen, worth, { points })}`)}`,
    ...indent(wrap(item.question[lang], room, palette).map(palette.faint), 4),
    ...indent(wrap(`«${item.sentences}»`, room, palette), 4),
    ...indent(wrap(say(screen, saysIt, { statement: named(item.statement) }), room, palette), 4),
  ];
}

/** An idea as the object of a question: its name ends with a full stop. */
const named = ({ es, en }: Text): Text => ({ es: es.replace(/\.$/, ''), en: en.replace(/\.$/, '') });

const nothing: Text = {
  es: 'No hay nada por revisar: todo está decidido.',
  en: 'There is nothing to review: all of it is decided.',
};
const interval: Text = { es: 'Por decidir: {points}.', en: 'To be decided: {points}.' };
const worth: Text = { es: '{points} {points:punto|puntos}', en: '{points} {points:point|points}' };
const saysIt: Text = { es: '¿Dice {statement}?', en: 'Does it say {statement}?' };
const question: Text = {
  es: '[s] sí · [n] no · [Intro] dejarlo · [q] acabar:',
  en: '[s] yes · [n] no · [Enter] leave it · [q] end:',
};
const saved: Text = {
  es: '{count} {count:decisión guardada|decisiones guardadas} en `{file}`. Valen al corregir de nuevo, mientras el texto sea el mismo.',
  en: '{count} {count:decision|decisions} kept in `{file}`. They hold when it is graded again, while the text is the same.',
};
const onTerminal: Text = {
  es: 'Para decidir, usa este mismo comando en una terminal.',
  en: 'To decide, use this same command in a terminal.',
};
