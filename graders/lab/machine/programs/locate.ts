import { mayExecute } from '../access.ts';
import { type Entry, find } from '../files/files.ts';
import { resolvePath } from '../files/paths.ts';
import type { Machine } from '../machine.ts';
import { isKnown } from '../unknown.ts';

export type Located =
  | { readonly state: 'found'; readonly path: string; readonly entry: Entry }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | { readonly state: 'not-executable'; readonly path: string };

/** Finds a program by path, or by name in `PATH`. */
export function locate(machine: Machine, name: string): Located {
  if (name === '') return { state: 'absent' };
  if (!isKnown(name)) return { state: 'unknown' };
  const { PATH = usualPath } = machine.env;
  const places = name.includes('/')
    ? [resolvePath(machine.cwd, name)]
    : PATH.split(':').map((directory) => resolvePath(machine.cwd, `${directory}/${name}`));
  let best: Located = { state: 'absent' };
  for (const place of places) {
    const found = find(machine.files, place);
    if (found.state === 'present' && found.entry.kind === 'file') {
      if (mayExecute(machine, found.path, found.entry)) return { state: 'found', path: place, entry: found.entry };
      best = { state: 'not-executable', path: place };
    }
    if (found.state === 'present' && found.entry.kind === 'directory' && name.includes('/')) {
      best = { state: 'not-executable', path: place };
    }
    if (best.state === 'absent' && found.state === 'unknown' && !isKnownToLack(machine, name, found.from)) {
      best = { state: 'unknown' };
    }
  }
  return best;
}

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The catalogue says which programs an image of it lacks where it does not list them. */
export function isKnownToLack({ host }: Machine, name: string, from: 'base' | 'command'): boolean {
  const own = name.slice(name.lastIndexOf('/') + 1);
  const { lacks } = host.catalogue;
  if (from !== 'base' || lacks === 'none') return false;
  return lacks === 'every' || lacks.has(own) || isNoProgram(own);
}

/** No distribution brings a program with such a name: `hola.py`, `python hola.py`, `[python,`. */
function isNoProgram(name: string): boolean {
  return name !== '[' && (!/^[\w.+-]+$/.test(name) || /\.(?:py|js|ts|jar|sh|txt|json|ya?ml)$/.test(name));
}
