import { refusal } from '../../access.ts';
import { find } from '../../files/files.ts';
import { baseName, resolvePath } from '../../files/paths.ts';
import {
  type Complaint,
  done,
  failed,
  type Machine,
  type Program,
  type Ran,
  type Server,
  serving,
} from '../../machine.ts';
import { isKnown } from '../../unknown.ts';
import { type Configuration, configurationOf } from './configuration.ts';
import { type Directive, named } from './directives.ts';
import { answersOf, listensOf } from './site.ts';

/** Flags with which nginx prints something and leaves. */
const prints = new Set(['-v', '-V', '-h', '-?']);

const mainFile = '/etc/nginx/nginx.conf';

/**
 * What `nginx` does with its arguments, its configuration and the rights it is given.
 * @see https://nginx.org/en/docs/switches.html and https://hub.docker.com/_/nginx
 */
export const nginx: Program = (machine, [name = 'nginx', ...args]) => {
  if (args.some((arg) => prints.has(arg))) return { machine, output: undefined, exit: 0 };
  const command = readArguments(args);
  const program = baseName(name);
  if (!command) return failed(machine, 1, { kind: 'usage', program });
  const { directives, file, tests, signals } = command;
  if (signals) return done(machine);
  const configuration = configurationOf(machine, resolvePath('/etc/nginx', file ?? mainFile));
  if (configuration.is === 'refused') return failed(machine, 1, configuration.complaint);
  const problem = cannotStart(machine, configuration, program);
  if (problem) return failed(machine, 1, problem);
  if (tests) return { ...done(machine), aside: passed(file ?? mainFile) };
  const asked = /\bdaemon\s+off\s*;/.test(directives);
  const written = configuration.is === 'written' && configuration.main.some(isForeground);
  if (asked && written) return failed(machine, 1, { kind: 'configuration-refused', path: mainFile, near: 'daemon' });
  const server = serverOf(configuration, machine);
  if (asked || written) return serving(machine, server);
  if (configuration.is === 'unknown') return { ...serving(machine, server), exit: 'unknown' };
  return daemonised(machine, server, program);
};

/** What `nginx -t` says of a configuration that holds. */
const passed = (file: string): string =>
  `nginx: the configuration file ${file} syntax is ok\nnginx: configuration file ${file} test is successful\n`;

/** It goes to the background, and the command that started it ends. */
export function daemonised(machine: Machine, server: Server, program: string): Ran {
  const left = { ...machine, daemons: [...machine.daemons, server] };
  return { machine: left, output: [], exit: 0, complaint: { kind: 'daemonised', program } };
}

const isForeground = ({ name, args }: Directive): boolean => name === 'daemon' && args[0] === 'off';

interface Command {
  /** The text of every `-g`. */
  readonly directives: string;
  readonly file?: string;
  readonly tests: boolean;
  readonly signals: boolean;
}

/** Undefined when nginx refuses its command line. */
function readArguments(args: readonly string[]): Command | undefined {
  let directives = '';
  let file: string | undefined;
  let [tests, signals] = [false, false];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (/^-[qtT]+$/.test(arg)) tests ||= /t/i.test(arg);
    else if (/^-[gcpes]/.test(arg)) {
      const value = arg.length > 2 ? arg.slice(2) : args[++at];
      if (value === undefined) return undefined;
      if (arg.startsWith('-g')) directives += `${value}\n`;
      if (arg.startsWith('-c')) file = value;
      if (arg.startsWith('-s')) signals = true;
    } else return undefined;
  }
  if (/[^;\s]\s*$/.test(directives)) return undefined;
  return { directives, tests, signals, ...(file !== undefined && { file }) };
}

/** Where nginx listens and what it answers, as far as its configuration says. */
function serverOf(configuration: Configuration, machine: Machine): Server {
  if (configuration.is !== 'written') return { product: 'nginx', listens: 'any' };
  const { servers } = configuration;
  const [only, ...others] = servers;
  const answers = only && others.length === 0 ? answersOf(only, machine) : undefined;
  return { product: 'nginx', exact: true, listens: listensOf(servers), ...(answers && { answers }) };
}

/**
 * nginx makes its temporary directories and its `pid` file, and as root it changes to the user its configuration names, for
 * which it needs some capabilities. Only where the directories are known can it be said to fail.
 * @see https://github.com/nginx/nginx/blob/master/src/core/ngx_file.c (`ngx_create_paths`)
 */
function cannotStart(machine: Machine, configuration: Configuration, program: string): Complaint | undefined {
  if (configuration.is !== 'written' || machine.uid < 0) return undefined;
  const { main } = configuration;
  if (named(main, 'user').length === 0) return undefined;
  const pid = named(main, 'pid')[0]?.args[0] ?? '/run/nginx.pid';
  const cache = '/var/cache/nginx';
  const moved = named(main, 'http').some(({ block }) => (block ?? []).some(({ name }) => name.endsWith('_temp_path')));
  if (!moved && find(machine.files, cache).state === 'present' && refusal(machine, `${cache}/client_temp`))
    return { kind: 'cannot-write', program, path: cache };
  if (isKnown(pid) && refusal(machine, resolvePath('/etc/nginx', pid)))
    return { kind: 'cannot-write', program, path: resolvePath('/etc/nginx', pid) };
  if (machine.uid !== 0 || moved) return undefined;
  const missing = ['CHOWN', 'SETGID', 'SETUID'].filter((capability) => !machine.host.has(capability));
  return missing.length > 0 ? { kind: 'capability', program, capabilities: missing } : undefined;
}
