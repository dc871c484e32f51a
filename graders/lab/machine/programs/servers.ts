import { own as valueIn } from '../../../core/own.ts';
import { obscure } from '../files/files.ts';
import {
  done,
  failed,
  type Listening,
  type Machine,
  type Program,
  type Ran,
  type Server,
  serving,
  uncertain,
} from '../machine.ts';
import { locate } from './locate.ts';
import { daemonised, nginx } from './nginx/nginx.ts';
import { operands } from './operands.ts';

const on = (...ports: readonly number[]): readonly Listening[] => ports.map((port) => ({ address: 'any', port }));
const apache: Server = { listens: on(80), product: 'httpd', exact: true };

/** Programs that are servers, whichever image they are in. */
export const servers: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['nginx', nginx],
  ['nginx-debug', nginx],
  ['httpd-foreground', (machine) => serving(machine, apache)],
  ['apache2-foreground', (machine) => serving(machine, apache)],
  ['httpd', httpd],
  ['apache2ctl', httpd],
  ['apachectl', httpd],
  [
    'http-echo',
    (machine, [, ...args]) =>
      serving(machine, { listens: on(flagged(args, /^-{1,2}listen$/) ?? 5678), product: 'http-echo', exact: true }),
  ],
  ['redis-server', redis],
  ['nc', netcat],
  ['ncat', netcat],
]);

function httpd(machine: Machine, argv: readonly string[]): Ran {
  const [, ...args] = argv;
  if (locate(machine, 'busybox').state === 'found') return busyboxHttpd(machine, args);
  if (args.some((arg) => /^-(?:v|V|t|l|L|S|M|h)$/.test(arg))) return { machine, output: undefined, exit: 0 };
  if (args.some((arg) => /^-?D?FOREGROUND$|^-DNO_DETACH$|^-X$/.test(arg))) return serving(machine, apache);
  if (args.some((arg) => arg.startsWith('-') && arg !== '-k')) return uncertain(machine);
  return daemonised(machine, apache, 'httpd');
}

/** BusyBox has a small web server of the same name: `httpd -f -p 8080 -h /www`. */
function busyboxHttpd(machine: Machine, args: readonly string[]): Ran {
  const written = args.includes('-p') ? args[args.indexOf('-p') + 1] : undefined;
  const port = /(?:^|:)(\d+)$/.exec(written ?? '')?.[1];
  const address = /^(?:127\.|localhost:)/.test(written ?? '') ? 'loopback' : 'any';
  const server: Server = {
    listens: [{ address, port: port === undefined ? 80 : Number(port) }],
    product: 'busybox',
    exact: true,
  };
  return args.some((arg) => /^-f/.test(arg)) ? serving(machine, server) : daemonised(machine, server, 'httpd');
}

/** Redis with options of its command line; a file of configuration may say anything. */
function redis(machine: Machine, [, ...args]: readonly string[]): Ran {
  if (args.some((arg) => /^(?:-v|--version|-h|--help)$/.test(arg))) return { machine, output: undefined, exit: 0 };
  const port = flagged(args, /^--port$/);
  const fromFile = args[0] !== undefined && !args[0].startsWith('-');
  if (fromFile && port === undefined)
    return { ...serving(machine, { listens: 'any', product: 'redis' }), exit: 'running' };
  const bound = args[args.indexOf('--bind') + 1] ?? '';
  const address = args.includes('--bind') && /^(?:127\.|localhost)/.test(bound) ? 'loopback' : 'any';
  const server: Server = { listens: [{ address, port: port ?? 6379 }], product: 'redis', exact: true };
  const away = /^yes$/.test(args[args.indexOf('--daemonize') + 1] ?? '') && args.includes('--daemonize');
  return away ? daemonised(machine, server, 'redis-server') : serving(machine, server);
}

function netcat(machine: Machine, [, ...args]: readonly string[]): Ran {
  const port = args.findLast((arg) => /^\d+$/.test(arg));
  if (args.some((arg) => /^-\w*l/.test(arg))) {
    return port ? serving(machine, { listens: on(Number(port)), product: 'nc', exact: true }) : uncertain(machine);
  }
  const [host] = operands(args, ['-w', '-i', '-s']);
  if (host === undefined || machine.host.resolves(host) === false) return failed(machine, 1);
  return uncertain(machine);
}

/** The port in `--flag=:8080`, `--flag=8080` or `--flag 8080`. */
function flagged(args: readonly string[], flag: RegExp): number | undefined {
  for (const [index, arg] of args.entries()) {
    const [name = '', inline] = arg.split('=', 2);
    const port = flag.test(name) ? /(\d+)$/.exec(inline ?? args[index + 1] ?? '') : null;
    if (port) return Number(port[1]);
  }
  return undefined;
}

/**
 * The server that an image was made to be, as its catalogue tells it. With other arguments it is the same server, on a port
 * that its options may name.
 * @returns undefined where a program is not the image's own
 */
export function ownServer(machine: Machine, argv: readonly string[]): Ran | undefined {
  const { own } = machine.host.catalogue;
  const [program = '', ...args] = argv;
  const base = (word: string) => word.slice(word.lastIndexOf('/') + 1);
  if (!own?.server || !own.argv.some((word) => base(word) === base(program))) return undefined;
  if (args.some((arg) => /^--?(?:help|version)$/.test(arg))) return { ...done(machine), output: undefined };
  const missing = lacking(machine);
  if (missing) return missing;
  const port = args.join(' ').match(/(?:^|\s)--?p(?:ort)?[= ](\d+)\b/)?.[1];
  const same = args.every((arg) => own.argv.includes(arg));
  const moved = own.portVariable === undefined ? undefined : valueIn(machine.env, own.portVariable);
  const listens = same
    ? moved && /^\d+$/.test(moved)
      ? on(Number(moved))
      : own.server.listens
    : port
      ? on(Number(port))
      : 'any';
  // What it leaves behind nobody knows.
  return serving({ ...machine, files: obscure(machine.files, '/') }, { ...own.server, listens });
}

/** Why the image's own server refuses to start: none of the variables it needs is set. */
export function lacking(machine: Machine): Ran | undefined {
  const { own } = machine.host.catalogue;
  const { requires = [], argv = [] } = own ?? {};
  const isSet = (name: string) => {
    const value = valueIn(machine.env, name);
    return value === undefined ? machine.host.mayHave(name) : value !== '';
  };
  if (requires.length === 0 || requires.some(isSet)) return undefined;
  return failed(machine, 1, { kind: 'variable-missing', program: argv.at(-1) ?? '', variables: requires });
}
