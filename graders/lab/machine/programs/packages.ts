import { own } from '../../../core/own.ts';
import { find, obscure } from '../files/files.ts';
import { resolvePath } from '../files/paths.ts';
import { done, failed, type Program } from '../machine.ts';
import { operands } from './file-tools.ts';
import { pip } from './pip.ts';
import { apt, systemInstaller } from './system-packages.ts';

/** Package managers of languages: they leave their results under the working directory or in a cache. */
function languageInstaller(needs: Readonly<Record<string, readonly string[]>>, size: number): Program {
  return (machine, [name = '', ...args]) => {
    const [command = 'install'] = operands(args);
    const required = own(needs, command) ?? [];
    const here = (file: string) => find(machine.files, resolvePath(machine.cwd, file)).state;
    if (required.length > 0 && required.every((file) => here(file) === 'absent')) {
      return failed(machine, 1, { kind: 'no-file', file: required[0] ?? '', program: name });
    }
    const global = args.includes('-g') || args.includes('--global');
    const files = obscure(obscure(machine.files, machine.cwd), global ? '/usr/local' : '/root');
    return { machine: { ...machine, files, installed: machine.installed + size }, output: undefined, exit: 'unknown' };
  };
}

/** What `npm` does but for starting scripts. */
export const npmInstaller = languageInstaller(
  { ci: ['package-lock.json', 'npm-shrinkwrap.json'], start: ['package.json'], run: ['package.json'] },
  60,
);

/** Programs that install other programs. */
export const packages: Readonly<Record<string, Program>> = {
  'apt-get': apt,
  apt,
  apk: systemInstaller(['add']),
  dnf: systemInstaller(['install']),
  yum: systemInstaller(['install']),
  microdnf: systemInstaller(['install']),
  pip,
  pip3: pip,
  yarn: languageInstaller({ install: ['package.json'] }, 60),
  pnpm: languageInstaller({ install: ['package.json'] }, 60),
  poetry: languageInstaller({ install: ['pyproject.toml'] }, 40),
  uv: languageInstaller({ sync: ['pyproject.toml'] }, 40),
  mvn: languageInstaller({ package: ['pom.xml'] }, 80),
  'dpkg-reconfigure': (machine) => done(machine),
};
