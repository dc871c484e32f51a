import { find } from './files/files.ts';
import { baseName } from './files/paths.ts';
import { done, type Machine, type Ran, unforeseen } from './machine.ts';
import { execute } from './programs/execute.ts';
import { locate } from './programs/locate.ts';
import { lacking, ownServer, servers } from './programs/servers.ts';

/** Why a container does not get to run its process. */
export type Refusal = 'no-command' | 'program-not-found' | 'not-executable' | 'exec-format' | 'no-loader';

export type Launch =
  | { readonly starts: false; readonly refusal: Refusal }
  | {
      readonly starts: true;
      readonly ran: Ran;
      /** Absolute path of the program, where it is known. */
      readonly program?: string;
    };

/**
 * Starts the first process of a container, as a runtime does, and follows it.
 * @param argv its command line
 */
export function launch(machine: Machine, argv: readonly string[]): Launch {
  const [program = ''] = argv;
  if (argv.length === 0) {
    // An image that nobody knows has a command that nobody knows.
    const isOpaque = machine.host.catalogue.lacks === 'none';
    return isOpaque ? { starts: true, ran: unforeseen(machine) } : { starts: false, refusal: 'no-command' };
  }
  const refusal = refusalOf(machine, program);
  if (refusal) return { starts: false, refusal };
  const located = locate(machine, program);
  return { starts: true, ran: process(machine, argv), ...(located.state === 'found' && { program: located.path }) };
}

/** Why a program cannot be run in a machine, by its name and without a shell; undefined when it can, or nobody knows. */
export function refusalOf(machine: Machine, program: string): Refusal | undefined {
  const located = locate(machine, program);
  if (located.state === 'absent') return 'program-not-found';
  if (located.state === 'not-executable') return 'not-executable';
  if (located.state !== 'found') return undefined;
  const { content, dynamic } = located.entry;
  if (content !== undefined && !content.startsWith('#!')) return 'exec-format';
  return dynamic && lacksLoader(machine) ? 'no-loader' : undefined;
}

/** The process the image is made for is what its catalogue says, unless it is a server whose files decide. */
function process(machine: Machine, argv: readonly string[]): Ran {
  const { own } = machine.host.catalogue;
  const isOwn = own !== undefined && own.argv.length === argv.length && own.argv.every((word, at) => word === argv[at]);
  if (!isOwn) return execute(machine, argv);
  if (own.prints !== undefined) return done(machine, own.prints, baseName(argv[0] ?? ''));
  if (machine.host.interactive && own.ends) return { machine, output: undefined, exit: 'running' };
  if (argv.some((word) => servers.has(word.slice(word.lastIndexOf('/') + 1)))) return execute(machine, argv);
  const ran = lacking(machine) ?? ownServer(machine, argv) ?? execute(machine, argv);
  return own.ends && ran.exit === 'unknown' ? { machine, output: undefined, exit: 0 } : ran;
}

/** A program copied on its own into an empty image: nothing there can load it. */
function lacksLoader({ files }: Machine): boolean {
  return loaders.every((path) => find(files, path).state === 'absent');
}

const loaders = ['', '/usr'].flatMap((root) =>
  ['lib64/ld-linux-x86-64.so.2', 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', 'lib/ld-musl-x86_64.so.1'].map(
    (path) => `${root}/${path}`,
  ),
);
