import type { Text } from '../../../core/text.ts';
import { scriptOf } from './inside.ts';

/** What a program does inside a container where nobody can follow it. */
export const notFollowed: Text = {
  es: 'El laboratorio no sabe qué hace esta orden dentro del contenedor.',
  en: 'The lab does not know what this command does inside the container.',
};

/** What a program prints inside a container where nobody knows it. */
export function notHeard(argv: readonly string[]): Text {
  const said = typedIn(argv);
  return {
    es: `El laboratorio no sabe lo que imprime \`${said}\` dentro del contenedor.`,
    en: `The lab does not know what \`${said}\` prints inside the container.`,
  };
}

/** Of a script, its last line: those before it only say where and with what. */
const typedIn = (argv: readonly string[]): string =>
  scriptOf(argv)?.[0]?.trimEnd().split('\n').at(-1) ?? argv.join(' ');
