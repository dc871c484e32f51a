import { refusal } from '../access.ts';
import { find, obscure } from '../files/files.ts';
import { baseName, join, resolvePath } from '../files/paths.ts';
import { done, failed, type Program, succeeds, uncertain } from '../machine.ts';
import { operands } from './operands.ts';
import { pip } from './pip.ts';
import { apt, systemInstaller } from './system-packages.ts';

/**
 * Package managers of languages: they leave their results under the working directory or in a cache. Whoever may not write
 * there gets nothing.
 */
function languageInstaller(needs: ReadonlyMap<string, readonly string[]>, size: number): Program {
  return (machine, [name = '', ...args]) => {
    const [command = 'install'] = operands(args);
    const required = needs.get(command) ?? [];
    const here = (file: string) => find(machine.files, resolvePath(machine.cwd, file)).state;
    if (required.length > 0 && required.every((file) => here(file) === 'absent')) {
      return failed(machine, 1, { kind: 'no-file', file: required[0] ?? '', program: name });
    }
    const global = args.includes('-g') || args.includes('--global');
    const folder = join(machine.cwd, 'node_modules');
    const closed =
      modules.has(command) && !global && find(machine.files, folder).state === 'absent' && refusal(machine, folder);
    if (closed && /^(?:npm|yarn|pnpm)$/.test(baseName(name))) {
      return failed(machine, 243, { kind: 'cannot-write', path: folder, program: baseName(name) });
    }
    const files = obscure(obscure(machine.files, machine.cwd), global ? '/usr/local' : '/root');
    const installed = { ...machine, files, installed: machine.installed + size };
    return modules.has(command) || command === 'config' || command === 'cache'
      ? succeeds(installed)
      : { ...uncertain(installed), output: undefined };
  };
}

/** Commands that put packages beside the project. */
const modules: ReadonlySet<string> = new Set(['install', 'i', 'ci', 'add', 'sync', 'update']);

/** What `npm` does but for starting scripts. */
export const npmInstaller = languageInstaller(
  new Map([
    ['ci', ['package-lock.json', 'npm-shrinkwrap.json']],
    ['start', ['package.json']],
    ['run', ['package.json']],
  ]),
  60,
);

const needing = (command: string, file: string) => new Map([[command, [file]]]);

/** Programs that install other programs. */
export const packages: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['apt-get', apt],
  ['apt', apt],
  ['apk', systemInstaller(['add'])],
  ['dnf', systemInstaller(['install'])],
  ['yum', systemInstaller(['install'])],
  ['microdnf', systemInstaller(['install'])],
  ['pip', pip],
  ['pip3', pip],
  ['yarn', languageInstaller(needing('install', 'package.json'), 60)],
  ['pnpm', languageInstaller(needing('install', 'package.json'), 60)],
  ['poetry', languageInstaller(needing('install', 'pyproject.toml'), 40)],
  ['uv', languageInstaller(needing('sync', 'pyproject.toml'), 40)],
  ['mvn', languageInstaller(needing('package', 'pom.xml'), 80)],
  ['dpkg-reconfigure', (machine) => done(machine)],
]);
