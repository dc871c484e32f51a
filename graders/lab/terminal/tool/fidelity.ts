import { spelled } from './help.ts';
import type { Command, Fidelity, Tool } from './tool.ts';

/** One line of the table of fidelity. */
export interface FidelityRow {
  readonly command: string;
  readonly fidelity: Fidelity;
  readonly full: readonly string[];
  readonly partial: readonly string[];
  readonly none: readonly string[];
  readonly differs?: string;
}

/** Every command of a tool with its flags and how much of each is here, in the order of the declaration. */
export function fidelityOf({ command, everywhere = [] }: Tool): readonly FidelityRow[] {
  return rowsOf({ ...command, flags: [...(command.flags ?? []), ...everywhere] }, []);
}

function rowsOf(command: Command, path: readonly string[]): readonly FidelityRow[] {
  const { name, aliases = [], flags = [], beyond = [], commands = [], differs } = command;
  const of = (wanted: Fidelity) => flags.filter(({ fidelity = 'full' }) => fidelity === wanted).map(spelled);
  const called = [...path, [name, ...aliases].join('|')];
  const isGroup = commands.length > 0 && !command.run;
  const row: FidelityRow = {
    command: called.join(' '),
    fidelity: command.run || isGroup ? (command.fidelity ?? 'full') : 'none',
    full: of('full'),
    partial: of('partial'),
    none: [...of('none'), ...beyond.map((flag) => `--${flag.replace('=', '')}`)],
    ...(differs && { differs: differs.en }),
  };
  const shown = !isGroup || flags.length > 0 ? [row] : [];
  return [...shown, ...commands.flatMap((one) => rowsOf(one, [...path, name]))];
}

/** The table of `lab/terminal/README.md`. */
export function fidelityTable(tools: readonly Tool[]): string {
  const rows = tools.flatMap(fidelityOf).map(({ command, fidelity, full, partial, none, differs = '' }) => {
    const code = (flags: readonly string[]) => flags.map((flag) => `\`${flag}\``).join(' ');
    return `| \`${command.replaceAll('|', '\\|')}\` | ${fidelity} | ${code(full)} | ${code(partial)} | ${code(none)} | ${differs} |`;
  });
  const head =
    '| command | fidelity | flags in full | in part | not modelled | what differs |\n|---|---|---|---|---|---|';
  return [head, ...rows].join('\n');
}
