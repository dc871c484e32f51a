import type { Text } from '../../../core/text.ts';

const rest: Text = {
  es: 'Faltan las variables que el laboratorio no conoce: las demás de la imagen y, en un pod, las de cada Service (`…_SERVICE_HOST`, `…_PORT`).',
  en: 'The variables that the lab does not know are missing: the others of the image and, in a pod, those of each Service (`…_SERVICE_HOST`, `…_PORT`).',
};

/** What to know beside the variables that a command inside a container prints. */
export const environmentNotes = (argv: readonly string[]): readonly Text[] =>
  /(?:^|[\s/;|&])(?:env|printenv)\s*(?:$|[\n;|&>])/.test(argv.join(' ')) ? [rest] : [];
