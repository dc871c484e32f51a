import type { Text } from '../../../core/text.ts';
import { execute, resolvePath, textOf } from '../../machine/index.ts';
import { callTool } from '../tool/call.ts';
import type { Tool } from '../tool/tool.ts';
import { builtins } from './builtins.ts';
import { complaintLine } from './complaint.ts';
import type { Ended, Interpreter, Io, Programs } from './interpret.ts';
import { textPrograms } from './text-programs.ts';

/** Programs over the learner's files that are decided where every other machine's are. */
const ofMachine: ReadonlySet<string> = new Set(
  'ls mkdir rmdir rm cp mv ln touch chmod chown find basename dirname id uname unlink'.split(' '),
);

/** Programs of the world outside that somebody may well use, and that are not here. */
const elsewhere: ReadonlySet<string> = new Set(
  `git npm npx node yarn pnpm python python3 pip pip3 go java mvn make vim vi nano emacs code apt apt-get yum dnf apk brew snap
   ssh scp rsync tar zip unzip gzip openssl gcloud aws az terraform ansible podman nerdctl k3d k9s skaffold stern kustomize yq
   hey ab wrk fortio siege ping dig nslookup nc ncat telnet netstat ss ip ifconfig ps top htop systemctl service journalctl
   open xdg-open file diff cmp md5sum sha256sum tree du df free uptime man sqlite3 psql mysql redis-cli curlie http xh
   docker-compose docker-machine argocd flux crictl ctr buildah skopeo dive`.split(/\s+/),
);

const missing: Text = {
  es: 'El laboratorio no tiene este programa, aunque existe. Sus órdenes se ven con `ayuda`.',
  en: 'The lab does not have this program, although it exists. `ayuda` shows its commands.',
};

/** Seconds that a command takes when nobody says more. */
const usual = 0.2;

/** What can be started by name: the shell's own commands, the tools, programs over text and files. */
export function programsOf(tools: readonly Tool[]): Programs {
  const known = new Map(tools.map((tool) => [tool.command.name, tool]));
  const has = (name: string) => known.has(name) || builtins.has(name) || textPrograms.has(name) || ofMachine.has(name);
  return {
    has,
    start: (argv, io, shell) => {
      const [path = '', ...args] = argv;
      const name = path.replace(/^(?:\/usr(?:\/local)?)?\/bin\//, '');
      const tool = known.get(name);
      if (tool) return useTool(tool, [name, ...args], io, shell);
      const builtin = builtins.get(name);
      if (builtin) return builtin(args, io, shell);
      const program = textPrograms.get(name);
      if (program) {
        const {
          out,
          writes = [],
          err = '',
          exit = 0,
          beyond,
        } = program({ args, stdin: io.input.text, read: (file) => shell.read(file) });
        for (const { path: file, text } of writes) shell.write(resolvePath(shell.shell.cwd, file), text);
        if (err !== '') io.err(err);
        if (out !== '') io.out(out);
        if (beyond) io.err(`timonel: ${beyond[shell.lang]}\n`);
        return { exit, desk: shell.desk, ...(beyond && { beyond }) };
      }
      if (ofMachine.has(name)) return onMachine([name, ...args], io, shell);
      if (name.includes('/')) return scriptFile(name, args, io, shell);
      if (!elsewhere.has(name)) return undefined;
      io.err(`timonel: ${missing[shell.lang]}\n`);
      return { exit: 127, desk: shell.desk, beyond: missing };
    },
  };
}

function useTool(tool: Tool, argv: readonly string[], io: Io, shell: Interpreter): Ended {
  const { desk, lang } = shell;
  const { cwd, env } = shell.shell;
  const outcome = callTool(tool, argv, { desk, lang, cwd, env, stdin: io.input.text, tty: io.tty });
  if (outcome.opens && shell.canOpen(io)) {
    const { inside, desk: then, said = '' } = outcome.opens;
    io.err(said);
    return { exit: 0, desk: then, seconds: outcome.seconds ?? usual, opens: inside };
  }
  // What it prints may go into a file of the desk that it leaves.
  shell.desk = outcome.desk;
  // What goes wrong is said last; progress comes before its result.
  if (outcome.exit === 0 && outcome.stderr !== '') io.err(outcome.stderr);
  if (outcome.stdout !== '') io.out(outcome.stdout);
  if (outcome.exit !== 0 && outcome.stderr !== '') io.err(outcome.stderr);
  const { stdout: _, stderr: __, opens: ___, seconds = usual, ...ended } = outcome;
  return { ...ended, desk: shell.desk, seconds };
}

/** A program over the learner's files, which the machine follows. */
function onMachine(argv: readonly string[], io: Io, shell: Interpreter): Ended {
  const ran = execute(shell.machine(), argv, io.input.text);
  const { complaint, exit } = ran;
  const text = textOf(ran.output);
  shell.desk = { ...shell.desk, files: { ...ran.machine.files, scopes: [] } };
  if (text) io.out(text);
  if (complaint) io.err(complaintLine(argv[0] ?? '', complaint));
  if (text !== undefined && typeof exit === 'number') return { exit, desk: shell.desk };
  const says: Text = {
    es: `El laboratorio no sabe lo que imprime \`${argv.join(' ')}\`.`,
    en: `The lab does not know what \`${argv.join(' ')}\` prints.`,
  };
  io.err(`timonel: ${says[shell.lang]}\n`);
  return { exit: typeof exit === 'number' ? exit : 1, desk: shell.desk, beyond: says };
}

/** `./script.sh`: whatever its first line says, it is read by this shell. */
function scriptFile(path: string, args: readonly string[], io: Io, shell: Interpreter): Ended | undefined {
  const text = shell.read(path);
  if (text === undefined) return undefined;
  shell.apart(() => {
    shell.shell = { ...shell.shell, args, functions: new Map() };
    shell.evaluate(text, io);
  });
  return { exit: shell.shell.exit, desk: shell.desk };
}
