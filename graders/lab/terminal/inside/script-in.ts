import type { Text } from '../../../core/text.ts';
import { execute, type Machine, refusalOf, textOf } from '../../machine/index.ts';
import { evaluated, type Programs } from '../shell/interpret.ts';
import { programsOf } from '../shell/programs.ts';
import { freshShell } from '../shell/state.ts';
import { scriptOf } from '../tool/inside.ts';
import { notFollowed } from '../tool/unheard.ts';
import { type Fetched, fetchIn, type Sender } from './fetch.ts';

/** So many commands of a script inside a container are as much work as one of the learner's own. */
const commandsPerEffort = 4;

/** Far less than a script of the learner may use. */
const limits = { commands: 400, output: 200_000, time: 3600 };

/**
 * Carries out `sh -c` with a script that sends requests, one after the other, from the inside of a pod: `for i in $(seq 10); do curl …; done`.
 * @param machine the inside of its container
 * @returns undefined for anything else, and for a script that sends none
 */
export function scriptIn(sender: Sender, machine: Machine, argv: readonly string[]): Fetched | undefined {
  const [text, ...args] = scriptOf(argv) ?? [];
  if (text === undefined || !/\b(?:curl|wget)\b/.test(text)) return undefined;
  const { desk, clock, from, tty } = sender;
  const own = programsOf([]);
  const notes: Text[] = [];
  let beyond: Text | undefined;
  const programs: Programs = {
    has: (name) => own.has(name) || refusalOf(machine, name) === undefined,
    start: (called, io, shell) => {
      const [path = ''] = called;
      const name = path.replace(/^.*\//, '');
      const sends = name === 'curl' || name === 'wget';
      if (sends && refusalOf(machine, path) !== undefined) return undefined;
      const fetched = sends
        ? fetchIn({ desk: shell.desk, clock: shell.desk.clock, from, tty: io.tty }, called)
        : undefined;
      if (fetched) {
        const { err, out, exit, desk: after } = fetched;
        shell.desk = after;
        io.err(err);
        io.out(out);
        notes.push(...(fetched.notes ?? []));
        beyond ??= fetched.beyond;
        return { exit, desk: shell.desk, seconds: 0 };
      }
      const known = own.has(name) ? own.start(called, io, shell) : undefined;
      if (known) return { ...known, seconds: known.seconds ?? 0 };
      if (refusalOf(machine, path) !== undefined) return undefined;
      const ran = execute(
        { ...machine, budget: machine.budget.another(), horizon: 60, clock: 0 },
        called,
        io.input.text,
      );
      const printed = textOf(ran.output);
      if (printed === undefined || typeof ran.exit !== 'number') beyond ??= notFollowed;
      io.out(printed ?? '');
      return { exit: typeof ran.exit === 'number' ? ran.exit : 0, desk: shell.desk };
    },
  };
  let out = '';
  let err = '';
  const io = {
    input: { text: '' },
    tty,
    out: (more: string) => {
      out += more;
    },
    err: (more: string) => {
      err += more;
    },
  };
  const inside = { ...desk, files: machine.files, clock: Math.max(desk.clock, clock) };
  const shell = { ...freshShell, cwd: machine.cwd, before: machine.cwd, env: machine.env, args: args.slice(1) };
  const done = evaluated({ desk: inside, shell }, text, programs, io, { lang: 'en', name: 'sh', limits });
  const after = { ...done.desk, files: desk.files };
  // What is still going on after so much of it does not come to an end.
  const goesOn = done.end.how === 'spent' || done.end.how === 'stays';
  return {
    desk: after,
    out,
    err,
    exit: done.exit,
    effort: 1 + Math.floor(done.commands / commandsPerEffort),
    ...(notes.length > 0 && { notes: [...new Set(notes)] }),
    ...(beyond && { beyond }),
    ...(goesOn && { stays: true }),
  };
}
