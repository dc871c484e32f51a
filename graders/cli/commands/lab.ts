import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fill, filled } from '../../core/messages.ts';
import { filesOf } from '../../core/saved-session.ts';
import type { Text } from '../../core/text.ts';
import { readText } from '../../course/files.ts';
import { completionsAt, enter, isInside, type Lab, promptOf, refreshed, runBatch } from '../../lab.ts';
import { replayed } from '../../lab-session.ts';
import { safe } from '../../render/terminal/safe.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { screenFor } from '../screen.ts';
import { filesNow, openProject, type Project, type ProjectFile } from '../terminal/project.ts';
import { projectOf, readSession, saveSession } from '../terminal/saved.ts';
import * as say from '../terminal/sentences.ts';

export interface LabOptions {
  readonly exercise?: string;
  readonly script?: string;
  readonly session?: string;
  readonly save?: string;
}

/**
 * The simulated terminal. With a script it prints what a terminal would show, and ends with 1 when the script fails or does
 * not come to its end; otherwise it reads lines until the end of its input.
 */
export async function lab(paths: readonly string[], options: LabOptions, context: Context): Promise<ExitCode> {
  const { session: file } = options;
  const kept = file === undefined ? undefined : readSession(file, context);
  const exercise = options.exercise ?? kept?.exercise;
  const isOwn = kept !== undefined && paths.length === 0 && exercise === undefined;
  const project = isOwn ? projectOf(kept) : openProject(paths, exercise, context, kept && filesOf(kept));
  const begun = kept ? replayed(project.lab, kept.commands, context.lang) : project.lab;
  const save = (lab: Lab) => {
    for (const path of new Set([options.save, file]))
      if (path !== undefined) saveSession(path, lab, project, exercise, context);
  };
  if (options.script !== undefined) {
    const ran = batch(begun, options.script, context);
    save(ran.lab);
    return ran.code;
  }
  const terminal = new Terminal({ ...project, lab: begun }, exercise, context);
  save(await terminal.run());
  return 0;
}

function batch(begun: Lab, path: string, context: Context): { readonly lab: Lab; readonly code: ExitCode } {
  const { lang, out } = context;
  const { text } = readText(resolve(context.cwd, path), path);
  if (text === undefined) throw new UsageError(fill(say.unreadableFile, { path }, lang));
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ran = runBatch(begun, { path: name, text }, lang);
  for (const { command, output, notes } of ran.steps) {
    out.write(harmless(`$ ${command}\n${output}${output === '' || output.endsWith('\n') ? '' : '\n'}`));
    tell(notes, context);
  }
  const { end } = ran;
  if (end.how === 'stays') tell([filled(say.staysHere, { line: end.line, command: end.command })], context);
  if (end.how === 'spent') tell([filled(say.stoppedHere, { line: end.line })], context);
  if (end.how === 'unread' || end.how === 'no-script') tell([say.noScript], context);
  const isWhole = end.how === 'end' || end.how === 'exit';
  return { lab: ran.lab, code: isWhole && ran.exit === 0 ? 0 : 1 };
}

/** What the lab says beside the commands' own words. */
function tell(notes: readonly Text[], context: Context): void {
  const { palette, width } = screenFor(context);
  for (const note of notes) {
    for (const line of wrap(note[context.lang], width - 2, palette))
      context.out.write(`${palette.faint(`» ${line}`)}\n`);
  }
}

/** Lines and their tabs as they are, without what would give orders to the terminal that shows them. */
function harmless(text: string): string {
  return text.replace(/[^\t\n]+/g, safe);
}

/** Reads lines, carries them out and shows what they print. */
class Terminal {
  private lab: Lab;
  private files: readonly ProjectFile[];
  private begun = '';

  constructor(
    private readonly project: Project,
    private readonly exercise: string | undefined,
    private readonly context: Context,
  ) {
    this.lab = project.lab;
    this.files = project.files;
  }

  async run(): Promise<Lab> {
    const { input, out } = this.context;
    const isPerson = input.isTTY === true && out.isTTY === true;
    if (isPerson) tell([say.welcome], this.context);
    // The end of the input, which a person types as Ctrl-D, ends the shell that one is in.
    while ((await this.read(isPerson)) === 'ended' && isPerson && isInside(this.lab)) {
      this.begun = '';
      this.take('exit');
    }
    return this.lab;
  }

  private async read(isPerson: boolean): Promise<'left' | 'ended'> {
    const { input, out } = this.context;
    const reader = createInterface({
      input,
      ...(isPerson && {
        output: out as unknown as NodeJS.WritableStream,
        terminal: true,
        completer: (line: string) => this.complete(line),
      }),
    });
    const prompt = () => {
      if (!isPerson) return;
      reader.setPrompt(this.begun === '' ? promptOf(this.lab) : '> ');
      reader.prompt();
    };
    prompt();
    try {
      for await (const line of reader) {
        if (!isPerson) out.write(harmless(`${this.begun === '' ? '$' : '>'} ${line}\n`));
        if (this.take(line) === 'left') return 'left';
        prompt();
      }
    } finally {
      reader.close();
    }
    return 'ended';
  }

  private complete(line: string): [string[], string] {
    const { offers, typed } = completionsAt(this.lab, line);
    return [[...offers], typed];
  }

  private take(line: string): 'left' | undefined {
    const own = this.begun === '' ? this.own(line.trim()) : false;
    if (own) return undefined;
    const text = this.begun === '' ? line : `${this.begun}\n${line}`;
    if (text.trim() === '') return undefined;
    this.files = filesNow(this.files);
    this.lab = refreshed(this.lab, this.files);
    const { lab, typed, how } = enter(this.lab, text, this.context.lang);
    // A line that is not whole goes on in the next one; an empty line gives it up.
    if (how === 'more' && line.trim() !== '' && text.length < 20_000) {
      this.begun = text;
      return undefined;
    }
    this.begun = '';
    this.lab = lab;
    this.context.out.write(harmless(typed.output));
    tell(typed.notes, this.context);
    return how === 'left' ? 'left' : undefined;
  }

  /** A word for the terminal itself that needs a disk. */
  private own(line: string): boolean {
    const [, path] = /^(?:guardar|save)\s+(\S+)$/.exec(line) ?? [];
    if (path === undefined) return false;
    saveSession(path, this.lab, this.project, this.exercise, this.context);
    tell([filled(say.saved, { path })], this.context);
    return true;
  }
}
