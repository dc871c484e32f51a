import type { Text } from '../../../core/text.ts';
import { isKnown, type Machine } from '../../machine/index.ts';

const rest: Text = {
  es: 'Faltan las variables que el laboratorio no conoce: las demás de la imagen y, en un pod, las de cada Service (`…_SERVICE_HOST`, `…_PORT`).',
  en: 'The variables that the lab does not know are missing: the others of the image and, in a pod, those of each Service (`…_SERVICE_HOST`, `…_PORT`).',
};

/** What `env` or `printenv` prints inside a container, as far as anybody knows; undefined for any other command. */
export function environmentIn(
  { env, uid }: Machine,
  [program = '', ...args]: readonly string[],
): { readonly text: string; readonly note: Text } | undefined {
  if (!/(?:^|\/)(?:env|printenv)$/.test(program) || args.length > 0) return undefined;
  const { PATH, HOSTNAME, HOME, ...others } = env;
  // The home of a user whom nobody knows.
  const home = uid >= 0 ? HOME : undefined;
  const lines = Object.entries({ PATH, HOSTNAME, ...others, HOME: home }).flatMap(([name, value]) =>
    value !== undefined && isKnown(value) ? [`${name}=${value}\n`] : [],
  );
  return { text: lines.join(''), note: rest };
}
