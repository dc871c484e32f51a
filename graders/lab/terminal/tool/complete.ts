import type { Desk } from '../desk/desk.ts';
import { flagsOf } from './call.ts';
import type { Flag, Tool } from './tool.ts';

/**
 * What may stand where the learner is typing, as a shell would complete it.
 * @param words the words before the cursor, the one that is being typed last (it may be empty)
 */
export function completions(tools: readonly Tool[], words: readonly string[], desk: Desk): readonly string[] {
  const [program = ''] = words;
  const typed = words.at(-1) ?? '';
  const begins = (text: string) => text.startsWith(typed);
  if (words.length < 2) return tools.map(({ command }) => command.name).filter(begins);
  const tool = tools.find(({ command }) => command.name === program);
  if (!tool) return [];
  const path = pathOf(tool, words.slice(0, -1));
  const { command, flags } = flagsOf(tool, path);
  const before = words.at(-2) ?? '';
  const valued = flags.find(
    (flag) => flag.value !== undefined && (before === `--${flag.name}` || before === `-${flag.short}`),
  );
  if (valued) return offersOf(valued, desk).filter(begins);
  if (typed.startsWith('-'))
    return flags.map(({ name }) => (name.length === 1 ? `-${name}` : `--${name}`)).filter(begins);
  const deeper = (command.commands ?? []).map(({ name }) => name);
  return [...deeper, ...(command.offers?.(desk) ?? [])].filter(begins);
}

function offersOf({ offers = [] }: Flag, desk: Desk): readonly string[] {
  return typeof offers === 'function' ? offers(desk) : offers;
}

function pathOf({ command }: Tool, words: readonly string[]): readonly string[] {
  const path = [command.name];
  let current = command;
  for (const word of words.slice(1)) {
    const next = current.commands?.find(({ name, aliases }) => name === word || aliases?.includes(word));
    if (!next) continue;
    path.push(next.name);
    current = next;
  }
  return path;
}
