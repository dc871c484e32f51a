import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { operands } from '../../../lab/machine/index.ts';
import { shellCommands } from '../../../model/dockerfile/commands.ts';
import type { ShellCommand } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { lastLineage } from '../bases.ts';

interface Manager {
  readonly install: readonly string[];
  /** Options that take the next word with them. */
  readonly valued: readonly string[];
  readonly pinned: RegExp;
  /** A word that says the versions come from somewhere else. */
  readonly exempt: RegExp;
}

const apt: Manager = {
  install: ['install'],
  valued: ['-t', '-o', '-c', '--target-release'],
  pinned: /=|\.deb$/,
  exempt: /^(?:--download-only)$/,
};
const pip: Manager = {
  install: ['install'],
  valued: [
    '-r',
    '--requirement',
    '-c',
    '--constraint',
    '-i',
    '--index-url',
    '--extra-index-url',
    '-e',
    '--editable',
    '-t',
    '--target',
    '-f',
    '--find-links',
    '--prefix',
    '--root',
    '--trusted-host',
    '--cache-dir',
    '--root-user-action',
    '--platform',
    '--python-version',
  ],
  pinned: /[=<>~@]|\.(?:whl|zip|tar\.\w+|tgz)$/,
  exempt: /^(?:-c|--constraint|--constraint=.*|-U|--upgrade)$/,
};
const npm: Manager = {
  install: ['install', 'i', 'add'],
  valued: ['--prefix', '--registry', '--cache', '--loglevel', '--userconfig', '--omit', '--include', '-C'],
  pinned: /.@|^(?:https?|file):|#|\.tgz$/,
  exempt: /^(?:ci)$/,
};
const apk: Manager = {
  install: ['add'],
  valued: ['-t', '--virtual', '--repository', '-X', '-p', '--root'],
  pinned: /[=<>~]|\.apk$/,
  exempt: /^$/,
};

const managers: Readonly<Record<string, Manager>> = { 'apt-get': apt, apt, pip, pipx: pip, npm, apk };

/** A call of a package manager: `python3 -m pip install x` is one of pip. */
interface Call {
  readonly name: string;
  readonly words: readonly string[];
}

function callOf({ name, args }: ShellCommand): Call {
  const words = args.map(({ text }) => text);
  const program = name.slice(name.lastIndexOf('/') + 1);
  if (/^pip[\d.]*$/.test(program)) return { name: 'pip', words };
  const viaPython = /^python[\d.]*$/.test(program) && words[0] === '-m' && words[1] === 'pip';
  return viaPython ? { name: 'pip', words: words.slice(2) } : { name: program, words };
}

/** Not a path, a variable, a redirection or the requirements of the project itself; a repository is a name too. */
function isName(word: string, manager: string): boolean {
  if (/^git(?:\+\w+)?:\/\//.test(word)) return true;
  // A directory of the project: `./app`, `app/`; of pip, any path.
  if (/^\.{0,2}\/|\/$/.test(word) || (manager === 'pip' && word.includes('/'))) return false;
  return /^@?[A-Za-z0-9][\w.+/[\],@-]*$/.test(word) && !/^\d*[<>]/.test(word);
}

/** Of more packages than these only the number is said. */
const mostNames = 5;

export default rule({
  id: 'docker/pin-packages',
  severity: 'info',
  title: { es: 'Los paquetes no llevan versión', en: 'Packages have no version' },
  related: ['DL3008', 'DL3013', 'DL3016', 'DL3018'],
  over: 'dockerfile',
  messages: {
    unpinned: {
      es: '`{manager}` instalará la versión que haya ese día de {packages}. Fíjala si necesitas repetir la misma imagen.',
      en: '`{manager}` will install whatever version there is that day of {packages}. Pin it if you need to repeat the same image.',
    },
    several: {
      es: '`{manager}` instalará la versión que haya ese día de {packages} y {more} {more:paquete|paquetes} más. Fíjalas si necesitas repetir la misma imagen.',
      en: '`{manager}` will install whatever version there is that day of {packages} and {more} more {more:package|packages}. Pin them if you need to repeat the same image.',
    },
  },
  check(dockerfile, say) {
    for (const instruction of lastLineage(dockerfile)) {
      const found = shellCommands(instruction).flatMap((command) => {
        const call = callOf(command);
        const packages = unpinnedIn(call);
        return packages.length > 0 ? [{ manager: call.name, packages, at: command.at }] : [];
      });
      // One script is one place to mend, whatever number of calls it has.
      const [first] = found;
      if (!first) continue;
      const packages = [...new Set(found.flatMap((one) => one.packages))];
      const { manager, at } = first;
      const names = packages.slice(0, mostNames).map(code);
      if (packages.length <= mostNames) say('unpinned', at, { manager, packages: names });
      else say('several', at, { manager, packages: names, more: packages.length - mostNames });
    }
  },
});

function unpinnedIn({ name, words }: Call): readonly string[] {
  const rules = own(managers, name);
  if (!rules || words.some((word) => rules.exempt.test(word))) return [];
  const [command = '', ...asked] = operands(words, rules.valued);
  if (!rules.install.includes(command)) return [];
  return asked.filter((word) => isName(word, name) && !isPinned(word, rules));
}

function isPinned(word: string, { pinned }: Manager): boolean {
  return /^git(?:\+\w+)?:\/\//.test(word)
    ? /[^/]@[\w./-]+(?:#.*)?$|#[\w./-]{3,}$/.test(word.replace(/^\w+\+?\w*:\/\/[^/]*/, ''))
    : pinned.test(word);
}
