import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Unplaced } from '../../classroom/notebook/place.ts';
import type { NotebookAnswers } from '../../classroom/notebook/read.ts';
import { fill } from '../../core/messages.ts';
import type { Lang } from '../../core/text.ts';
import { indent } from '../../render/terminal/screen.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import { sentence, wrap } from '../../render/terminal/wrap.ts';
import { agrees } from '../asking.ts';
import { freshStamp, put, putKeeping } from '../backup.ts';
import { fillWhere, firstWords, importWords } from '../import-words.ts';
import { type Change, changesOf, leftFile, leftText } from '../importing.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { courseOf, notebookIn } from '../notebooks.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';

export interface ImportOptions {
  /** Tells what would be done. */
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/**
 * Brings the answers of a notebook into the course. What somebody wrote there is replaced only by a yes, and copied first; what
 * cannot be placed is told, and kept whole in a file.
 */
export async function importCommand(
  path: string,
  { dryRun = false, yes = false }: ImportOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, lang, root } = context;
  const notebook = resolve(cwd, path);
  const read = notebookIn(path, courseOf(context), context);
  const { changes, lost } = changesOf(read.answers, root, statSync(notebook).mtimeMs);
  const unplaced = [...read.unplaced, ...lost].sort((a, b) => a.cell - b.cell);
  const others = changes.filter(({ state }) => state === 'other');
  const replace = others.length === 0 || yes || dryRun || (await asked(others, context));
  const copies = dryRun ? [] : written(changes, replace, context);
  const say = screenFor(context).palette;
  const line = (text: string) => sentence(text, say);
  printLines(context.out, [
    ...read.remarks.map((remark) => line(remark[lang])),
    ...(changes.length > 0
      ? changeLines(changes, replace, dryRun, context)
      : [line(fill(importWords.nothing, { file: fromCwd(cwd, notebook) }, lang))]),
    ...byMeaning(read.answers, lang).map(line),
    ...copies.map((copy) => line(fill(importWords.copies, { copy: fromCwd(cwd, copy) }, lang))),
    ...leftLines(unplaced, notebook, dryRun, context),
    ...(dryRun ? ['', line(importWords.dry[lang])] : nextLines(changes, replace, context)),
  ]);
  return 0;
}

/** Explanations that nobody labelled, which whoever wrote them should see again. */
function byMeaning(answers: readonly NotebookAnswers[], lang: Lang): readonly string[] {
  const meant = answers.filter(({ prose }) => prose.some((one) => one.byMeaning));
  const numbers = meant.map(({ exercise }) => String(exercise.spec.number));
  return numbers.length === 0 ? [] : [fill(importWords.byMeaning, { count: numbers.length, numbers }, lang)];
}

function asked(others: readonly Change[], context: Context): Promise<boolean> {
  const names = others.map(({ file, isNewer }) => {
    const name = `\`${fromCwd(context.cwd, file)}\``;
    return isNewer ? `${name} (${importWords.newer[context.lang]})` : name;
  });
  const question = fill(importWords.ask, { names, count: names.length }, context.lang);
  return agrees(question, importWords.needsYes, context);
}

/** Writes what changes, and says where the copies are of what it replaced. */
function written(changes: readonly Change[], replace: boolean, context: Context): readonly string[] {
  const { root, cwd, lang } = context;
  const now = new Date();
  const folders = new Map<string, string>();
  const copies: string[] = [];
  for (const { file, folder, text, state, keeps } of changes) {
    if (state === 'same' || (state === 'other' && !replace)) continue;
    const kept = folders.get(folder) ?? freshStamp(join(root, '.timonel', 'backups', folder), now);
    folders.set(folder, kept);
    try {
      const copy = keeps ? putKeeping(file, text, kept) : put(file, text);
      if (copy) copies.push(copy);
    } catch (problem) {
      const code = (problem as NodeJS.ErrnoException).code ?? 'EIO';
      throw new UsageError(fill(importWords.cannot, { file: fromCwd(cwd, file), code }, lang));
    }
  }
  return copies;
}

/** A line for each file: what was done to it, and the cells it comes from. */
function changeLines(
  changes: readonly Change[],
  replace: boolean,
  dryRun: boolean,
  context: Context,
): readonly string[] {
  const { cwd, lang } = context;
  const { palette } = screenFor(context);
  const names = changes.map(({ file }) => fromCwd(cwd, file));
  const width = Math.max(...names.map(widthOf));
  return changes.map(({ state, cells, isNewer }, index) => {
    const words = {
      same: importWords.same,
      new: dryRun ? importWords.wouldBe : importWords.new,
      other: dryRun ? importWords.wouldReplace : replace ? importWords.other : importWords.kept,
    }[state];
    const from = fill(importWords.cells, { count: cells.length, cells: cells.map(String) }, lang);
    const newer = state === 'other' && isNewer ? `; ${importWords.newer[lang]}` : '';
    const mark = { same: palette.faint('='), new: palette.good('+'), other: palette.warning('!') }[state];
    return `${mark} ${palette.strong(padEnd(names[index] ?? '', width))}  ${words[lang]} ${palette.faint(`(${from})`)}${newer}`;
  });
}

/** What nobody could place: the cell, its first words and why. All of it goes into a file. */
function leftLines(
  unplaced: readonly Unplaced[],
  notebook: string,
  dryRun: boolean,
  context: Context,
): readonly string[] {
  if (unplaced.length === 0) return [];
  const { root, cwd, lang } = context;
  const { palette, width } = screenFor(context);
  const text = leftText(notebook, unplaced, lang);
  const file = leftFile(root, notebook, text);
  if (!dryRun && !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const parts = unplaced.flatMap(({ cell, exercise, text, why }) => [
    `${palette.warning('?')} ${fillWhere({ cell, exercise }, lang)}: ${palette.strong(`«${firstWords(text)}»`)}`,
    ...indent(wrap(why[lang], width - 4, palette), 4),
  ]);
  return [
    '',
    sentence(fill(importWords.left, { count: unplaced.length }, lang), palette),
    ...parts,
    ...(dryRun ? [] : [sentence(fill(importWords.leftIn, { file: fromCwd(cwd, file) }, lang), palette)]),
  ];
}

function nextLines(changes: readonly Change[], replace: boolean, context: Context): readonly string[] {
  const done = changes.filter(({ state }) => state === 'new' || (state === 'other' && replace));
  const numbers = [...new Set(done.map(({ number }) => number))];
  if (numbers.length === 0) return [];
  const command = fill(importWords.grade, { numbers: numbers.length > 6 ? '' : numbers.join(' ') }, context.lang);
  return ['', sentence(command.replace(/ `$/, '`'), screenFor(context).palette)];
}
