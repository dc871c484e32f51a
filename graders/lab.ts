import { foundBy } from './checks/commands/play.ts';
import type { Source } from './core/source.ts';
import type { Lang, Text } from './core/text.ts';
import type { Exercise } from './exercise.ts';
import {
  changeFile,
  type Desk,
  type End,
  freshShell,
  home,
  openDesk,
  programsOf,
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
  readonly output: string;
  readonly exit: number;
  /** What the lab says beside the commands' own words. */
  readonly notes: readonly Text[];
}

/** A session: a desk, whoever works at it, and how it got there. Immutable. */
export interface Lab {
  readonly session: Session;
  readonly typed: readonly Typed[];
  /** The sessions before each line, the oldest first. */
  readonly past: readonly Session[];
}

/** A desk with the files of a project and nothing else. @param files with paths relative to the project */
export function openLab(files: readonly Source[]): Lab {
  return begun(openDesk(files));
}

/** The desk of an exercise, with what it gives and the learner's files. */
export function openExerciseLab({ spec, given }: Exercise, answers: readonly Source[]): Lab {
  const check = spec.checks.find(({ kind }) => kind === 'commands');
  const params = check?.kind === 'commands' ? check : {};
  const world = given.filter(({ path }) => spec.world?.includes(path)).flatMap((source) => readGiven(source).resources);
  const images = spec.images && { images: spec.images };
  return begun(foundBy(params, { given, answers, resources: world, ...images }));
}

const begun = (desk: Desk): Lab => ({ session: { desk, shell: freshShell }, typed: [], past: [] });

/** A script that was run on a desk. */
export interface Batch {
  readonly steps: readonly Step[];
  readonly end: End;
  readonly exit: number;
}

/** Runs a script from its first line to its last, as `bash` would. */
export function runBatch({ session }: Lab, { path, text }: Source, lang: Lang): Batch {
  const { steps, end, session: after } = runScript(session, text, programs, { lang, name: path });
  return { steps, end, exit: after.shell.exit };
}

/** How a line was taken. */
export interface Entered {
  readonly lab: Lab;
  readonly typed: Typed;
  /** `more`: it is the beginning of something longer. `left`: it ends the session. */
  readonly how: 'done' | 'more' | 'left';
}

/** Carries out a line, or several, of a person. */
export function enter(lab: Lab, line: string, lang: Lang): Entered {
  const { session, steps, end } = runScript(lab.session, line, programs, { lang, interactive: true });
  const output = steps.map((step) => step.output).join('');
  const notes = unique(steps.flatMap((step) => step.notes));
  const isUnread = end.how === 'unread' || end.how === 'no-script';
  const said = isUnread ? unread : end.how === 'spent' ? spent : undefined;
  const typed: Typed = {
    line,
    output,
    exit: isUnread ? 2 : session.shell.exit,
    notes: said ? [...notes, said] : notes,
  };
  const next: Lab = { session, typed: [...lab.typed, typed], past: [...lab.past, lab.session] };
  if (isUnread) return { lab, typed, how: 'more' };
  return { lab: next, typed, how: end.how === 'exit' ? 'left' : 'done' };
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

/** The session before the last line. */
export function undo(lab: Lab): Lab {
  const session = lab.past.at(-1);
  return session ? { session, typed: lab.typed.slice(0, -1), past: lab.past.slice(0, -1) } : lab;
}

/** A session in which files of the project are as they are now outside. */
export function refreshed(lab: Lab, changed: readonly Source[]): Lab {
  if (changed.length === 0) return lab;
  const { session } = lab;
  const desk = changed.reduce((one, { path, text }) => changeFile(one, `${home}/${path}`, text), session.desk);
  return { ...lab, session: { ...session, desk } };
}

/** What may stand where a line ends, and how much of it is already typed. */
export function completionsAt(
  { session }: Lab,
  line: string,
): { readonly offers: readonly string[]; readonly typed: string } {
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

/** What every session ends its prompt with. */
export function promptOf({ session }: Lab): string {
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
