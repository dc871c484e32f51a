import type { Lang } from '../core/text.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The language to speak: `--lang`, or English where the locale says so, or Spanish.
 * @returns undefined when `--lang` names a language there is not
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html#tag_08_02
 */
export function chooseLang(argv: readonly string[], env: Environment): Lang | undefined {
  const asked = optionValue(argv, '--lang');
  if (asked === undefined) return langOfLocale(env);
  return asked === 'es' || asked === 'en' ? asked : undefined;
}

export function langOfLocale(env: Environment): Lang {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^en(?:[_.@-]|$)/i.test(locale ?? '') ? 'en' : 'es';
}

/** The value of an option of every command, wherever it stands; needed before the commands are built. */
export function optionValue(argv: readonly string[], name: string): string | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = words[at];
  if (word === undefined) return undefined;
  return word === name ? (words[at + 1] ?? '') : word.slice(name.length + 1);
}
