import type { Command, Flag, Tool } from '../../lab/terminal/index.ts';
import { tools } from '../../lab/terminal/index.ts';

/** Every word that a tool declares: commands, flags, what may stand behind them. */
function wordsOf({ command, everywhere = [] }: Tool): readonly string[] {
  return [...everywhere.map(flagOf), ...commandWords(command, command.name)];
}

function commandWords({ commands = [], flags = [] }: Command, path: string): readonly string[] {
  const own = flags.map((flag) => `${path} ${flagOf(flag)}`);
  return [path, ...own, ...commands.flatMap((one) => commandWords(one, `${path} ${one.name}`))];
}

const flagOf = ({ name, value, offers }: Flag): string => {
  const dashed = name.length === 1 ? `-${name}` : `--${name}`;
  const [first = 'x'] = Array.isArray(offers) ? (offers as readonly string[]) : [];
  return value === undefined ? dashed : `${dashed} ${value === 'number' ? '1' : first}`;
};

const syntax = [
  '|',
  '&&',
  '||',
  ';',
  '&',
  '$(',
  ')',
  '"',
  "'",
  '{',
  '}',
  'for i in 1 2; do',
  'done',
  'if',
  'fi',
  '$i',
  '2>&1',
  '> f',
  '<<FIN\n',
  '\nFIN\n',
  '*',
  '\\',
];

/** What scripts are damaged with: the signs of the shell, and all that the tools of the terminal know. */
export const shellPieces: readonly string[] = [...syntax, ...tools.flatMap(wordsOf)];
