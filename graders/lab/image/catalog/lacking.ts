import { type Catalogue, unlisted } from '../../machine/index.ts';
import type { ImageProfile } from '../profile.ts';
import { bases } from './bases.ts';

/** What the machine made from an image knows of it beyond its files. */
export function catalogueOf({ certainty, packageManager }: ImageProfile): Catalogue {
  if (certainty === 'opaque') return unlisted;
  return { lacks: common, aptNeedsUpdate: certainty === 'known' && packageManager === 'apt' };
}

/** Whether a system has them varies between its releases. */
const uncertain: ReadonlySet<string> = new Set(
  'adduser addgroup deluser delgroup ps top less more clear free diff file patch'.split(' '),
);

/** Programs that the catalogue lists wherever they are: where it does not list them, they are not there. */
export const common: ReadonlySet<string> = new Set(
  [
    ...bases.flatMap((family) => {
      const { programs } = family.profile('latest');
      return programs === 'any' ? [] : programs.map((path) => path.slice(path.lastIndexOf('/') + 1));
    }),
    ...`python python3 python2 pip pip3 node npm npx yarn go java javac ruby php bash sh ash zsh fish curl wget git make
    gcc vim nano sudo apt apt-get apk dnf yum nginx gunicorn uvicorn flask poetry uv pipenv tini dumb-init gosu
    su-exec`.split(/\s+/),
  ].filter((name) => !uncertain.has(name)),
);
