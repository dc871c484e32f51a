import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { operands } from '../../../lab/machine/index.ts';
import { shellCommands } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';

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
  pinned: /=/,
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
  pinned: /[=<>~@]|\.whl$|\.tar\.gz$/,
  exempt: /^(?:-c|--constraint|--constraint=.*|-U|--upgrade)$/,
};
const npm: Manager = {
  install: ['install', 'i', 'add'],
  valued: ['--prefix', '--registry', '--cache'],
  pinned: /.@|^(?:git|https?|file):/,
  exempt: /^(?:ci)$/,
};
const apk: Manager = {
  install: ['add'],
  valued: ['-t', '--virtual', '--repository', '-X', '-p', '--root'],
  pinned: /[=<>~]/,
  exempt: /^$/,
};

const managers: Readonly<Record<string, Manager>> = { 'apt-get': apt, apt, pip, pip3: pip, npm, apk };

/** Not a path, a variable, a redirection or the requirements of the project itself. */
const isName = (word: string): boolean => /^@?[A-Za-z0-9][\w.+/[\],@-]*$/.test(word) && !/^\d*[<>]/.test(word);

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
  },
  check({ instructions }, say) {
    for (const { name, args, at } of instructions.flatMap(shellCommands)) {
      const manager = name.slice(name.lastIndexOf('/') + 1);
      const rules = own(managers, manager);
      const words = args.map(({ text }) => text);
      if (
        !rules ||
        !words.some((word) => rules.install.includes(word)) ||
        words.some((word) => rules.exempt.test(word))
      )
        continue;
      const asked = operands(words, rules.valued).filter((word) => !rules.install.includes(word));
      const packages = asked.filter((word) => isName(word) && !rules.pinned.test(word));
      if (packages.length > 0) say('unpinned', at, { manager, packages: packages.map(code) });
    }
  },
});
