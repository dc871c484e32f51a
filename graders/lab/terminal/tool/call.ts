import type { Lang, Text } from '../../../core/text.ts';
import type { Desk } from '../desk/desk.ts';
import { helpOf } from './help.ts';
import { beyondOf, readCall } from './parse.ts';
import { beyond, type Command, type Outcome, type Tool } from './tool.ts';

/** What surrounds a call. */
export interface Around {
  readonly desk: Desk;
  readonly stdin: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly tty: boolean;
  readonly lang: Lang;
}

/** Runs one call of a tool: reads its words as the tool declares them, and does it, helps, or says what is wrong. */
export function callTool(tool: Tool, argv: readonly string[], around: Around): Outcome {
  const { desk, lang } = around;
  const read = readCall(tool, argv);
  if ('why' in read) {
    const { run, commands } = read.command;
    // Of a command that is not here nobody knows the flags: «docker save -o imagen.tar» is well written.
    if (!run && !commands) return notModelled(desk, read.command, read.path, [], lang);
    return { desk, stdout: '', ...tool.refuses(read) };
  }
  const { command, path } = read;
  if (read.help) return { desk, stdout: helpOf(tool, command, path, lang), stderr: '', exit: 0 };
  if (read.beyond.length > 0) return notModelled(desk, command, path, read.beyond, lang);
  if (command.run) return command.run({ ...around, ...read, argv });
  if (command.commands) return { desk, stdout: helpOf(tool, command, path, lang), stderr: '', exit: 0 };
  return notModelled(desk, command, path, [], lang);
}

/** A part of a real command that is not here. Nothing is done, and whoever grades does not take it for wrong. */
function notModelled(
  desk: Desk,
  command: Command,
  path: readonly string[],
  flags: readonly string[],
  lang: Lang,
): Outcome {
  const called = path.join(' ');
  const what = flags.length > 0 ? `${called} ${flags.join(' ')}` : called;
  const modelled = (command.flags ?? []).map(({ name }) => (name.length === 1 ? `-${name}` : `--${name}`)).join(' ');
  const says: Text =
    flags.length > 0 && modelled !== ''
      ? {
          es: `El laboratorio no modela \`${what}\`: la orden existe, pero aquí no se ha hecho nada. De \`${called}\` modela ${modelled}.`,
          en: `The lab does not model \`${what}\`: the command exists, but nothing was done here. Of \`${called}\` it models ${modelled}.`,
        }
      : {
          es: `El laboratorio no modela \`${what}\`: la orden existe, pero aquí no se ha hecho nada.`,
          en: `The lab does not model \`${what}\`: the command exists, but nothing was done here.`,
        };
  return beyond({ desk, lang }, says);
}

/** The flags a command takes, those of its groups and of the whole tool included. */
export function flagsOf(tool: Tool, path: readonly string[]) {
  let command = tool.command;
  const flags = [...(tool.everywhere ?? []), ...(command.flags ?? [])];
  for (const name of path.slice(1)) {
    const next = command.commands?.find((one) => one.name === name);
    if (!next) break;
    command = next;
    flags.push(...(command.flags ?? []));
  }
  return { command, flags, beyond: beyondOf(command) };
}
