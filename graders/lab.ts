import { foundBy } from './checks/commands/play.ts';
import { filled } from './core/messages.ts';
import type { Source } from './core/source.ts';
import type { Lang, Text } from './core/text.ts';
import type { Exercise } from './exercise.ts';
import {
  changeFile,
  commandInside,
  type Desk,
  type End,
  freshShell,
  home,
  type Inside,
  isUnfinished,
  lastingIn,
  leave,
  openDesk,
  programsOf,
  promptInside,
  runScript,
  type Session,
  type Step,
  completions as toolCompletions,
  tools,
} from './lab/terminal/index.ts';
import { readGiven } from './model/manifests/given.ts';

/** The simulated terminal for whoever sits before it: a page, a command line. Browser-safe. */

const programs = programsOf(tools);

/** A line that somebody typed, and what reached the terminal. */
export interface Typed {
  readonly line: string;
  /** Files that were changed outside of the session before it. */
  readonly brought?: readonly Source[];
  /** It was a whole script. */
  readonly script?: true;
  readonly output: string;
  readonly exit: number;
  /** What the lab says beside the commands' own words. */
  readonly notes: readonly Text[];
}

/** A session: a desk, whoever works at it, and how it got there. Immutable. */
export interface Lab extends Moment {
  readonly typed: readonly Typed[];
  /** Where it stood before each line, the oldest first. */
  readonly past: readonly Moment[];
}

/** Where a session stands. */
interface Moment {
  readonly session: Session;
  /** Files of the project as they were outside when they were looked at last. */
  readonly outside: readonly Source[];
  /** Those of them that have come since the last line. */
  readonly brought?: readonly Source[];
}

/** A desk with the files of a project and nothing else. @param files with paths relative to the project */
export function openLab(files: readonly Source[]): Lab {
  return begun(openDesk(files), files);
}

/** The desk of an exercise, with what it gives and the learner's files. */
export function openExerciseLab({ spec, given }: Pick<Exercise, 'spec' | 'given'>, answers: readonly Source[]): Lab {
  const check = spec.checks.find(({ kind }) => kind === 'commands');
  const params = check?.kind === 'commands' ? check : {};
  const world = given.filter(({ path }) => spec.world?.includes(path)).flatMap((source) => readGiven(source).resources);
  const images = spec.images && { images: spec.images };
  return begun(foundBy(params, answers, { given, resources: world, ...images }), answers);
}

const begun = (desk: Desk, outside: readonly Source[]): Lab => ({
  session: { desk, shell: freshShell },
  outside,
  typed: [],
  past: [],
});

/** A script that was run on a desk. */
export interface Batch {
  /** The session after it, in which the script is one line that was typed. */
  readonly lab: Lab;
  readonly steps: readonly Step[];
  readonly end: End;
  readonly exit: number;
}

/** Runs a script from its first line to its last, as `bash` would. */
export function runBatch(lab: Lab, { path, text }: Source, lang: Lang): Batch {
  const { steps, end, session } = runScript(lab.session, text, programs, { lang, name: path });
  const { exit } = session.shell;
  const typed = {
    line: text,
    output: steps.map(({ output }) => output).join(''),
    exit,
    notes: [],
    script: true,
  } as const;
  return { lab: after(lab, typed, session), steps, end, exit };
}

/** A session after a line, from which one can go back to before it. */
function after({ typed: before, past, ...moment }: Lab, typed: Typed, session: Session): Lab {
  const line = moment.brought ? { ...typed, brought: moment.brought } : typed;
  return { session, outside: moment.outside, typed: [...before, line], past: [...past, moment] };
}

/** How a line was taken. */
export interface Entered {
  readonly lab: Lab;
  readonly typed: Typed;
  /** `more`: it is the beginning of something longer. `left`: it ends the session. `own`: the terminal did it, not the shell. */
  readonly how: 'done' | 'more' | 'left' | 'own';
}

/** Carries out a line, or several, of a person. `help` and `undo` are words for the terminal itself. */
export function enter(lab: Lab, line: string, lang: Lang): Entered {
  const [, word, count] = /^\s*(?:(ayuda|help)|(?:deshacer|undo)(?:\s+(\d{1,4}))?)\s*$/.exec(line) ?? [undefined, ''];
  if (word !== undefined && word !== '') return told(lab, { line, output: commandsHelp(lang), exit: 0, notes: [] });
  if (word === undefined) return undoneBy(lab, line, Number(count ?? 1));
  if (isUnfinished(line)) return { lab, typed: { line, output: '', exit: 2, notes: [unread] }, how: 'more' };
  if (lab.session.inside) return enteredInside(lab, lab.session.inside, line, lang);
  const { session, steps, end } = runScript(lab.session, line, programs, { lang, interactive: true });
  const output = steps.map((step) => step.output).join('');
  const opens = steps.length === 1 ? steps[0]?.opens : undefined;
  const notes = unique([...steps.flatMap((step) => step.notes), ...(opens ? [insideNow] : [])]);
  const typed: Typed = {
    line,
    output,
    exit: session.shell.exit,
    notes: end.how === 'spent' ? [...notes, spent] : notes,
  };
  const next = opens ? { ...session, inside: opens } : session;
  return { lab: after(lab, typed, next), typed, how: end.how === 'exit' ? 'left' : 'done' };
}

/** A line for the shell inside a container. */
function enteredInside(lab: Lab, inside: Inside, line: string, lang: Lang): Entered {
  const { inside: _, ...own } = lab.session;
  if (/^\s*(?:exit|logout)(?:\s+\d{1,3})?\s*$/.test(line)) {
    const { session, output } = leave(lab.session);
    const typed = { line, output: `exit\n${output}`, exit: 0, notes: [] };
    return { lab: after(lab, typed, session), typed, how: 'done' };
  }
  const says = (script: string, one: Inside, from: Session) =>
    runScript(from, commandInside(one, script), programs, { lang, interactive: true });
  const { session, steps } = says(line, inside, own);
  const output = steps.map((step) => step.output).join('');
  const notes = unique(steps.flatMap((step) => step.notes));
  const typed: Typed = {
    line,
    output: output.replace(/command terminated with exit code \d+\n$/, ''),
    exit: session.shell.exit,
    notes,
  };
  const lasting = lastingIn(line);
  if (lasting === undefined) return { lab: after(lab, typed, { ...session, inside }), typed, how: 'done' };
  // Nothing comes of it but where it leads: it is asked of a session that nobody goes on with.
  const asked = says(`${lasting} && pwd`, inside, session);
  const cwd =
    asked.session.shell.exit === 0
      ? asked.steps
          .map((step) => step.output)
          .join('')
          .trim()
      : '';
  const next = cwd === '' ? inside : { ...inside, cwd, told: [...inside.told, lasting] };
  return { lab: after(lab, typed, { ...session, inside: next }), typed, how: 'done' };
}

const insideNow: Text = {
  es: 'Estás dentro del contenedor: las líneas siguientes las ejecuta su shell. `exit` vuelve a tu máquina.',
  en: 'You are inside the container: its shell runs the following lines. `exit` goes back to your machine.',
};

const told = (lab: Lab, typed: Typed): Entered => ({ lab, typed, how: 'own' });

function undoneBy(lab: Lab, line: string, count: number): Entered {
  const back = lab.typed.slice(Math.max(0, lab.typed.length - count)).reverse();
  const notes = back.length === 0 ? [nothingToUndo] : back.map((one) => filled(undone, { line: one.line }));
  const next = back.reduce(undo, lab);
  return told(next, { line, output: '', exit: 0, notes });
}

function unique(notes: readonly Text[]): readonly Text[] {
  return [...new Map(notes.map((note) => [note.en, note])).values()];
}

const unread: Text = {
  es: 'El laboratorio no lee esta línea: le falta un final (una comilla, `done`, `fi`) o usa algo de bash que no modela.',
  en: 'The lab does not read this line: it lacks an end (a quote, `done`, `fi`) or uses something of bash that is not modelled.',
};
const spent: Text = {
  es: 'Parado: demasiadas órdenes, demasiado texto o demasiado tiempo. Seguramente un bucle no acaba nunca.',
  en: 'Stopped: too many commands, too much text or too much time. Probably a loop never ends.',
};

const undone: Text = { es: 'Deshecho: {line}', en: 'Undone: {line}' };
const nothingToUndo: Text = { es: 'No hay nada que deshacer.', en: 'There is nothing to undo.' };

/** The session before the last line. */
export function undo(lab: Lab): Lab {
  const moment = lab.past.at(-1);
  return moment ? { ...moment, typed: lab.typed.slice(0, -1), past: lab.past.slice(0, -1) } : lab;
}

/**
 * A session in which files of the project are as they are now outside. What a command wrote into one stays where nobody changed it
 * outside since.
 */
export function refreshed(lab: Lab, files: readonly Source[]): Lab {
  const changed = files.filter(({ path, text }) => lab.outside.find((one) => one.path === path)?.text !== text);
  if (changed.length === 0) return lab;
  const { session } = lab;
  const desk = changed.reduce((one, { path, text }) => changeFile(one, `${home}/${path}`, text), session.desk);
  return {
    ...lab,
    session: { ...session, desk },
    outside: merged(lab.outside, changed),
    brought: merged(lab.brought ?? [], changed),
  };
}

const merged = (before: readonly Source[], changed: readonly Source[]): readonly Source[] => [
  ...before.filter(({ path }) => !changed.some((one) => one.path === path)),
  ...changed,
];

/** The next whole command of a script: the lines from `from` on that a person would type to have it run. */
export interface Statement {
  readonly text: string;
  /** Lines of the script, from 1. */
  readonly first: number;
  readonly last: number;
}

/**
 * What of a script comes next when it is run command by command.
 * @param after the line that was run last, 0 before the first
 * @returns undefined at its end
 */
export function nextStatement(script: string, after: number): Statement | undefined {
  const lines = script.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line, index) => index >= after && !/^\s*(?:#.*)?$/.test(line));
  if (first === -1) return undefined;
  for (let last = first; last < lines.length; last++) {
    const text = lines.slice(first, last + 1).join('\n');
    if (!isUnfinished(text)) return { text, first: first + 1, last: last + 1 };
  }
  return { text: lines.slice(first).join('\n'), first: first + 1, last: lines.length };
}

/** What may stand where a line ends, and how much of it is already typed. */
export function completionsAt(
  { session }: Lab,
  line: string,
): { readonly offers: readonly string[]; readonly typed: string } {
  if (session.inside) return { offers: [], typed: '' };
  const words = (line.split(/[|;&]+/).at(-1) ?? '').trimStart().split(/\s+/);
  const typed = words.at(-1) ?? '';
  const offers = toolCompletions(tools, words, session.desk);
  const files = words.length > 1 && !typed.startsWith('-') ? filesAt(session, typed) : [];
  return { offers: [...new Set([...offers, ...files])].sort(), typed };
}

function filesAt({ desk, shell }: Session, typed: string): readonly string[] {
  const base = typed.startsWith('/') ? '' : `${shell.cwd}/`;
  const all = [...desk.files.entries].flatMap(([path, { kind }]) =>
    path.startsWith(base) && path.slice(base.length).startsWith(typed)
      ? [path.slice(base.length) + (kind === 'directory' ? '/' : '')]
      : [],
  );
  return all.filter((path) => !path.slice(typed.length).replace(/\/$/, '').includes('/'));
}

/** Whether lines go to a shell inside a container. */
export function isInside({ session }: Pick<Lab, 'session'>): boolean {
  return session.inside !== undefined;
}

/** What every session ends its prompt with. */
export function promptOf({ session }: Pick<Lab, 'session'>): string {
  if (session.inside) return promptInside(session.inside);
  return `alumno@portatil:${session.shell.cwd.replace(/^\/home\/alumno(?=\/|$)/, '~')}$ `;
}

/** The commands there are, for whoever asks for help. */
export function commandsHelp(lang: Lang): string {
  const rows = tools.map(({ command }) => `  ${command.name.padEnd(10)} ${command.says[lang]}`);
  const more: Text = {
    es: 'Además: lo habitual de un shell (tuberías, bucles, funciones, cat, grep, sed, awk, sort, seq, sleep, watch…). `ORDEN --help` dice qué modela de cada una.',
    en: 'Besides: what a shell usually has (pipes, loops, functions, cat, grep, sed, awk, sort, seq, sleep, watch…). `COMMAND --help` tells what is modelled of each.',
  };
  return `${rows.join('\n')}\n\n${more[lang]}\n`;
}
