import type { Lang } from '../../../core/text.ts';
import { columns } from './columns.ts';
import type { Command, Flag, Tool } from './tool.ts';

const words = {
  usage: { es: 'Uso', en: 'Usage' },
  commands: { es: 'Órdenes', en: 'Commands' },
  options: { es: 'Opciones', en: 'Options' },
  absent: { es: 'Existe, y el laboratorio no lo modela', en: 'Exists, and the lab does not model it' },
  differs: { es: 'En el laboratorio', en: 'In the lab' },
} as const;

/** What `--help` says of a command: the same declaration as everything else, in the language of the person. */
export function helpOf(tool: Tool, command: Command, path: readonly string[], lang: Lang): string {
  const { commands = [], flags = [], beyond = [], takes = '', says, differs } = command;
  const all = [...flags, ...(tool.everywhere ?? [])];
  const absent = [
    ...commands.filter((one) => !one.run && !one.commands).map(({ name }) => name),
    ...beyond.map((flag) => `--${flag.replace('=', '')}`),
  ];
  const usage = [path.join(' '), commands.length > 0 && 'COMMAND', all.length > 0 && '[OPTIONS]', takes];
  const sections = [
    `${words.usage[lang]}:  ${usage.filter(Boolean).join(' ')}`,
    says[lang],
    listed(
      words.commands[lang],
      commands.filter((one) => one.run || one.commands).map((one) => [one.name, one.says[lang]]),
    ),
    listed(
      words.options[lang],
      all.filter(({ fidelity }) => fidelity !== 'none').map((flag) => [spelled(flag), flag.says?.[lang] ?? '']),
    ),
    absent.length > 0 ? `${words.absent[lang]}: ${absent.join(', ')}` : '',
    differs ? `${words.differs[lang]}: ${differs[lang]}` : '',
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function listed(title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return '';
  const table = columns(
    rows.map(([name, says]) => [`  ${name}`, says]),
    { padding: 3 },
  );
  return `${title}:\n${table.replace(/ +$/gm, '').trimEnd()}`;
}

/** `-n, --namespace string`. */
export function spelled({ name, short, value }: Flag): string {
  const kinds = { text: ' string', number: ' int', duration: ' duration', list: ' list' };
  const long = name.length === 1 ? `-${name}` : `--${name}`;
  return `${short === undefined ? '' : `-${short}, `}${long}${value === undefined ? '' : kinds[value]}`;
}
