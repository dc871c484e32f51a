import type { Text } from '../../../core/text.ts';

/** What a program does inside a container where nobody can follow it. */
export const notFollowed: Text = {
  es: 'El laboratorio no sabe qué hace esta orden dentro del contenedor.',
  en: 'The lab does not know what this command does inside the container.',
};

/** What a program prints inside a container where nobody knows it. */
export const notHeard = (argv: readonly string[]): Text => ({
  es: `El laboratorio no sabe lo que imprime \`${argv.join(' ')}\` dentro del contenedor.`,
  en: `The lab does not know what \`${argv.join(' ')}\` prints inside the container.`,
});
