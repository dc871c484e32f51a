import { find, obscure, write } from '../files/files.ts';
import { parentOf, resolvePath } from '../files/paths.ts';
import { failed, type Machine, type Program, type Ran } from '../machine.ts';
import { locate } from './locate.ts';
import { operands } from './operands.ts';

/** Options that take the word after them. */
const valued: readonly string[] =
  '-r --requirement -c --constraint -t --target -i --index-url --extra-index-url --prefix --root -w --wheel-dir -d --dest --find-links -f --root-user-action'.split(
    ' ',
  );

/** `pip install` brings programs for the packages that have one, and libraries of unknown content for all. */
export const pip: Program = (machine, [name = 'pip', ...args]) => {
  const [command, ...packages] = operands(args, valued);
  const elsewhere = placesOf(machine, args);
  if (command !== 'install') return gathered(machine, command, elsewhere);
  const file = missingRequirements(machine, args);
  if (file !== undefined) return failed(machine, 1, { kind: 'no-file', file, program: 'pip' });
  const located = locate(machine, name.includes('/') ? name : 'pip');
  const bin = located.state === 'found' ? parentOf(located.path) : '/usr/local/bin';
  let files = elsewhere.reduce(obscure, obscure(obscure(machine.files, bin), resolvePath(bin, '../lib')));
  const own = packages.filter((one) => pipPrograms.has(one.replace(/[=<>~![].*$/, '').toLowerCase()));
  files = write(
    files,
    own.map((one) => [
      `${bin}/${one.replace(/[=<>~![].*$/, '').toLowerCase()}`,
      { kind: 'file', mode: 0o755, uid: 0, gid: 0, layer: machine.layer },
    ]),
  );
  return {
    machine: { ...machine, files, installed: machine.installed + 15 * Math.max(2, packages.length) },
    output: undefined,
    exit: 0,
  };
};

/** Commands that install nothing: some leave packages in a directory. */
function gathered(machine: Machine, command: string | undefined, elsewhere: readonly string[]): Ran {
  const made = /^(?:wheel|download)$/.test(command ?? '') ? [machine.cwd, ...elsewhere] : elsewhere;
  return { machine: { ...machine, files: made.reduce(obscure, machine.files) }, output: undefined, exit: 0 };
}

/** The first file of requirements that is not there. */
function missingRequirements({ files, cwd }: Machine, args: readonly string[]): string | undefined {
  const named = args.flatMap((arg, index) => (arg === '-r' || arg === '--requirement' ? [args[index + 1] ?? ''] : []));
  return named.find((file) => find(files, resolvePath(cwd, file)).state === 'absent');
}

/** Directories that pip is told to write to: `--prefix=/install`, `-w /wheels`, `--user`. */
function placesOf({ cwd, env }: Machine, args: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => {
    if (arg === '--user') return [resolvePath(env.HOME ?? '/root', '.local')];
    const [, name = arg, value = args[index + 1]] = /^(--[\w-]+)=(.*)$/.exec(arg) ?? [];
    return placed.has(name) && value ? [resolvePath(cwd, value)] : [];
  });
}

const placed: ReadonlySet<string> = new Set('-t --target --prefix --root -w --wheel-dir -d --dest'.split(' '));

const pipPrograms: ReadonlySet<string> = new Set([
  'flask',
  'gunicorn',
  'uvicorn',
  'fastapi',
  'pytest',
  'poetry',
  'uv',
  'celery',
  'hypercorn',
  'streamlit',
  'pipenv',
]);
