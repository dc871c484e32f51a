import type { Text } from '../../../core/text.ts';
import { type Machine, variablesOf } from '../../machine/index.ts';

const rest: Text = {
  es: 'Faltan las variables que el laboratorio no conoce: las demás de la imagen y, en un pod, las de cada Service (`…_SERVICE_HOST`, `…_PORT`).',
  en: 'The variables that the lab does not know are missing: the others of the image and, in a pod, those of each Service (`…_SERVICE_HOST`, `…_PORT`).',
};

/** What to know beside the variables that a command inside a container prints. */
export const environmentNotes = (argv: readonly string[]): readonly Text[] =>
  /(?:^|[\s/;|&])(?:env|printenv)\s*(?:$|[\n;|&>])/.test(argv.join(' ')) ? [rest] : [];

/** What `env` or `printenv` prints as the only process of a container; undefined for any other. */
export function environmentIn(
  machine: Machine,
  [program = '', ...args]: readonly string[],
): { readonly text: string; readonly notes: readonly Text[] } | undefined {
  if (!/(?:^|\/)(?:env|printenv)$/.test(program) || args.length > 0) return undefined;
  return { text: variablesOf(machine), notes: [rest] };
}
