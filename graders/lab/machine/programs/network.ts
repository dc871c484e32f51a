import { failed, type Machine, type Program, type Ran, succeeds, uncertain } from '../machine.ts';
import { isKnown } from '../unknown.ts';
import { nslookup } from './nslookup.ts';
import { operands } from './operands.ts';

/** Programs that ask for a name. */
export const network: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['nslookup', (machine, argv) => nslookup(machine, argv) ?? asks(machine, argv)],
  ...[
    'dig',
    'host',
    'ping',
    'telnet',
    'traceroute',
    'wait-for-it.sh',
    'pg_isready',
    'mysqladmin',
    'redis-cli',
    'psql',
    'mongosh',
  ].map((name): [string, Program] => [name, asks]),
]);

function asks(machine: Machine, [name = '', ...args]: readonly string[]): Ran {
  const named = args.indexOf('-h');
  const [first] = operands(args, ['-c', '-w', '-W', '-i', '-t', '-h', '-p', '-U']);
  const host = /^(?:nslookup|dig|host|ping|telnet|traceroute)$/.test(name)
    ? first
    : named === -1
      ? undefined
      : args[named + 1];
  if (host === undefined || !isKnown(host)) return uncertain(machine);
  const known = machine.host.resolves(host);
  if (known === false) return failed(machine, 1);
  const isWhole = host.split('.').length > 4;
  const completes = name === 'nslookup' ? machine.host.catalogue.nslookup === 'first' : /^(?:dig|host)$/.test(name);
  const answers = completes || (name === 'nslookup' && isWhole);
  return known && answers ? { machine, output: undefined, exit: 0 } : uncertain(machine);
}

const local = /^(?:http:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^?#]*)?(?:[?#].*)?$/;

/**
 * What becomes of a transfer by `curl` or `wget`: within the machine somebody may answer; the name of a host may not exist.
 * A build is taken to reach the world outside.
 * @see https://curl.se/docs/manpage.html#EXIT
 */
export function transfer(machine: Machine, program: 'curl' | 'wget', args: readonly string[]): Ran {
  const urls = args.filter(
    (arg, at) =>
      !arg.startsWith('-') &&
      !/^-[oOHXdumAetTwQ]$|^--(?:output|header|request|data|max-time|retry)$/.test(args[at - 1] ?? ''),
  );
  const match = urls.map((url) => local.exec(url)).find((found) => found !== null);
  if (match) return within(machine, program, args, machine.host.asks(Number(match[1] ?? 80), match[2] ?? '/'));
  const host = urls.map((url) => /^(?:https?:\/\/)?([\w.-]+)/.exec(url)?.[1]).find((found) => found !== undefined);
  if (host !== undefined && isKnown(urls.join(' ')) && machine.host.resolves(host) === false)
    return failed(machine, program === 'curl' ? 6 : 1);
  return Number.isFinite(machine.horizon) ? uncertain(machine) : succeeds(machine);
}

function within(
  machine: Machine,
  program: 'curl' | 'wget',
  args: readonly string[],
  answer: number | 'refused' | 'unknown',
): Ran {
  if (answer === 'unknown') return uncertain(machine);
  if (answer === 'refused') return failed(machine, program === 'curl' ? 7 : 1);
  const minds =
    program === 'wget' || args.some((arg) => /^(?:--fail|--fail-with-body|-[a-zA-Z]*f[a-zA-Z]*)$/.test(arg));
  return minds && answer >= 400 ? failed(machine, program === 'curl' ? 22 : 1) : succeeds(machine);
}
