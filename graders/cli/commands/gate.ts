import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Tally } from '../../authoring/gate/answers.ts';
import { type GateRow, gate as judge } from '../../authoring/gate/gate.ts';
import { type Problem, sayProblemIn } from '../../authoring/gate/problem.ts';
import { SharedLook } from '../../authoring/gate/share.ts';
import { survivorProblem } from '../../authoring/mutate/survivors.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { exercisesIn } from '../../course/paths.ts';
import { safe } from '../../render/terminal/safe.ts';
import { padEnd } from '../../render/terminal/width.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { paletteFor } from '../screen.ts';
import { noExercises } from '../sentences.ts';
import { Watch } from '../session/watch.ts';
import { chooseFolders } from '../which.ts';
import { workerEntry } from '../workers.ts';
import { acceptExercise } from './accepting.ts';

export interface GateCommandOptions {
  /** Runs again whenever a file of an exercise or a solution changes. */
  readonly watch?: boolean;
  /** Writes what follows from the rest, after showing it. */
  readonly accept?: boolean;
}

/** So many exercises have their references broken in small ways as well; of all of them that is what `npm run check` does. */
const fewEnough = 3;

/** Whether exercises can be published: what their authors left is graded, and what is left to do is told where it is. */
export async function gate(
  wanted: readonly string[],
  { watch = false, accept = false }: GateCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { root, lang } = context;
  const folders = listFolders(root);
  if (folders.length === 0) throw new UsageError(noExercises[lang]);
  const numbers = chooseFolders(folders, wanted, lang).map(({ number }) => number);
  const chosen = folders.filter(({ number }) => numbers.length === 0 || numbers.includes(number));
  const shared = sharedLook(context);
  const run = () => {
    if (accept) for (const { name } of chosen) acceptExercise(name, context);
    return judged(numbers, shared, context);
  };
  try {
    const code = await run();
    return watch ? await again(run, context) : code;
  } finally {
    await shared?.close();
  }
}

/** Every processor looks, where there are several. */
function sharedLook({ root, home, build }: Context): SharedLook | undefined {
  const workers = availableParallelism();
  return build === undefined || workers === 1
    ? undefined
    : new SharedLook({ root, build }, { workers, entry: workerEntry(home) });
}

async function judged(numbers: readonly number[], shared: SharedLook | undefined, context: Context): Promise<ExitCode> {
  const { root, build } = context;
  const began = performance.now();
  const mutants = numbers.length > 0 && numbers.length <= fewEnough;
  const { rows, problems } = await judge(root, { numbers, mutants, build, ...(shared && { looking: shared.looking }) });
  const seconds = (performance.now() - began) / 1000;
  printLines(context.out, linesOf(rows, problems, seconds, context));
  return problems.length > 0 ? 1 : 0;
}

function linesOf(
  rows: readonly GateRow[],
  problems: readonly Problem[],
  seconds: number,
  context: Context,
): readonly string[] {
  const { lang } = context;
  const palette = paletteFor(context.out, context.env);
  const width = Math.max(0, ...rows.map(({ folder }) => folder.length));
  const table = rows.map((row) => {
    const bad = row.problems.length > 0;
    const sign = bad ? palette.error('✗') : palette.good('✓');
    return `${sign} ${padEnd(row.folder, width)}  ${palette.faint(fill(tally, figures(row), lang))}${survivors(row, context)}`;
  });
  const left = problems.filter((one) => one.left);
  const wrong = problems.filter((one) => !one.left);
  const shown = [...wrong, ...left].map((one) => safe(sayProblemIn(lang, one)));
  const data = { wrong: wrong.length, left: left.length, seconds };
  const verdict =
    problems.length === 0
      ? palette.good(fill(rows.length === 1 ? sound : allSound, { count: rows.length, seconds }, lang))
      : palette.error(fill(unsound, data, lang));
  const few = problems.length === 0 ? rows.flatMap(unnoticed).map((one) => safe(sayProblemIn(lang, one))) : [];
  return [
    ...table,
    ...(shown.length > 0 ? ['', ...shown] : []),
    ...(few.length > 0 ? ['', ...few, '', palette.faint(fill(fewUnnoticed, {}, lang))] : []),
    '',
    verdict,
  ];
}

const figures = ({ results: { starter, reference, accepted, rejected } }: GateRow) => ({
  starter: share(starter),
  reference: share(reference),
  accepted: share(accepted),
  rejected: share(rejected),
});

/** Changes of a reference that no check notices, so few that they keep nothing from being published. */
const unnoticed = ({ mutation }: GateRow): readonly Problem[] => mutation?.survivors.map(survivorProblem) ?? [];

const share = ({ good, of }: Tally): string => `${good}/${of}`;

function survivors({ mutation }: GateRow, { lang, out, env }: Context): string {
  if (!mutation || mutation.mutants === 0) return '';
  const { mutants, survivors: alive } = mutation;
  return paletteFor(out, env).faint(fill(mutantTally, { mutants, alive: alive.length }, lang));
}

/** Until the process is interrupted. */
function again(run: () => Promise<unknown>, context: Context): Promise<ExitCode> {
  const { root, lang, out } = context;
  let running: Promise<unknown> = Promise.resolve();
  const waiting = () => printLines(out, ['', fill(watching, {}, lang)]);
  const changed = () => {
    running = running.then(async () => {
      printLines(out, ['', `── ${new Date().toLocaleTimeString(lang)}`]);
      await run();
      waiting();
    });
  };
  const watches = [exercisesIn(root), join(root, 'solutions')].map((folder) => new Watch(folder, changed));
  waiting();
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        for (const one of watches) one.close();
        resolve(0);
      });
    }
  });
}

const tally: Text = {
  es: 'partida {starter} · referencia {reference} · buenas {accepted} · malas {rejected}',
  en: 'starter {starter} · reference {reference} · accepted {accepted} · rejected {rejected}',
};
const mutantTally: Text = {
  es: ' · {mutants} cambios de la referencia, {alive} sin notar',
  en: ' · {mutants} changes of the reference, {alive} unnoticed',
};
const fewUnnoticed: Text = {
  es: 'Tan pocos no impiden publicar. Si uno es un error que quieres ver, añade una comprobación que lo note; si da igual, dilo en `solutions/…/harmless.yaml`: `- { mutator: rename, at: Pod/web.metadata.name, why: … }`.',
  en: 'So few keep nothing from being published. Where one is a mistake that you want seen, add a check that notices it; where it makes no difference, say so in `solutions/…/harmless.yaml`: `- { mutator: rename, at: Pod/web.metadata.name, why: … }`.',
};
const sound: Text = {
  es: 'El ejercicio se puede publicar ({seconds} s).',
  en: 'The exercise can be published ({seconds} s).',
};
const allSound: Text = {
  es: 'Los {count} ejercicios se pueden publicar ({seconds} s).',
  en: 'The {count} exercises can be published ({seconds} s).',
};
const unsound: Text = {
  es: 'Queda: {wrong} {wrong:error|errores} y {left} {left:cosa|cosas} por hacer ({seconds} s).',
  en: 'Left: {wrong} {wrong:error|errors} and {left} {left:thing|things} to do ({seconds} s).',
};
const watching: Text = {
  es: 'Cada vez que guardes se vuelve a mirar. Ctrl+C termina.',
  en: 'It is looked at again whenever you save. Ctrl+C ends.',
};
