import { shellCommands } from '../../model/dockerfile/commands.ts';
import type { Command, Stage } from '../../model/dockerfile/dockerfile.ts';

/** Programs that start another one as somebody else. */
const tools = /\b(?:gosu|su-exec|setpriv|chroot|runuser|s6-setuidgid|sudo)\b/;

/** Whether the entry point starts as root only to give it up: it, or a script beside it, needs one of the tools for that. */
export function dropsRoot(instructions: Stage['instructions']): boolean {
  const start =
    instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT') ??
    instructions.findLast(({ keyword }) => keyword === 'CMD');
  if (!start || !('command' in start) || !start.command) return false;
  const text = textOf(start.command);
  if (tools.test(text)) return true;
  // A script of its own may use the tool that somebody installed for it.
  const isScript = /entrypoint|\.sh\b|\binit\b|supervisord|s6-/.test(text);
  const installs = instructions
    .flatMap(shellCommands)
    .some(({ name, args }) => tools.test([name, ...args.map((arg) => arg.text)].join(' ')));
  const bodies = instructions.some(({ heredocs }) => heredocs.some(({ content }) => tools.test(content)));
  return isScript && (installs || bodies);
}

function textOf(command: Command): string {
  return command.form === 'exec' ? command.words.map(({ text }) => text).join(' ') : command.text;
}
