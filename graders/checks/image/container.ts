import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import type { BuiltImage, Container } from '../../lab/image/index.ts';
import { textOf } from '../../lab/machine/index.ts';
import { listen, output, process, start, unforeseen, user } from './findings.ts';
import type { ImageExpectation } from './params.ts';
import { programIn } from './started.ts';

/** A started container, where its findings are shown and what proves them. */
export interface Subject {
  readonly image: BuiltImage;
  readonly container: Container;
  /** The instruction that decides what is started, or the last `FROM`. */
  readonly at: Span;
  readonly because: Trace;
}

/** Why the process of the container never comes to run. */
export function startFinding({ container, at, because, image }: Subject): Finding | undefined {
  const program = container.argv[0] ?? '';
  const who = container.user.name;
  switch (container.refusal) {
    case undefined:
      return undefined;
    case 'no-command':
      return finding(start, 'noCommand', at, {}, because);
    case 'unknown-user':
      return finding(start, 'user', image.userAt ?? at, { user: who }, because);
    case 'program-not-found':
      return finding(start, /\s/.test(program) ? 'oneWord' : 'program', at, { program }, because);
    case 'not-executable':
      return finding(start, 'notExecutable', at, { program, user: who }, because);
    case 'exec-format':
      return finding(start, 'format', at, { program }, because);
    case 'no-loader':
      return finding(start, 'loader', at, { program }, because);
  }
}

/** What the container prints and how it ends. */
export function outputFindings(
  subject: Subject,
  expected: string,
  by: ImageExpectation['printedBy'],
): readonly Finding[] {
  const { container, at, because } = subject;
  const text = textOf(container.output);
  const wanted = inCode(expected);
  if (container.exit === 'running') return [finding(output, 'running', at, { expected: wanted }, because)];
  if (typeof container.exit === 'number' && container.exit !== 0) return [failure(subject, container.exit)];
  if (text === undefined) return [unknownOutput(subject, by)];
  if (text === '') return [silence(subject, wanted)];
  if (text.replace(/\r?\n$/, '') !== expected) {
    return [finding(output, 'different', at, { found: inCode(text), expected: wanted }, because)];
  }
  const other = by === undefined ? undefined : container.output?.find((piece) => !piece.by.startsWith(by));
  if (!other) return [];
  return [finding(process, 'printedBy', at, { found: other.by, expected: 'Python' }, because)];
}

/** Nobody can tell what it prints; but some programs are no Python for certain. */
function unknownOutput({ container, at, because }: Subject, by: ImageExpectation['printedBy']): Finding {
  const name = programIn(container.argv);
  const isOther = by !== undefined && name !== undefined && otherRuntimes.has(name);
  return isOther
    ? finding(process, 'printedBy', at, { found: name, expected: 'Python' }, because)
    : finding(unforeseen, 'process', at, {}, because);
}

const otherRuntimes: ReadonlySet<string> = new Set(
  'node nodejs deno bun tsx ruby perl php java go lua Rscript dotnet'.split(' '),
);

/** Without an instruction that says what to execute, the command of the base image runs. */
function silence({ container, image, at, because }: Subject, expected: string): Finding {
  const { entrypoint, cmd } = image;
  if (entrypoint?.form === 'shell' && cmd?.at) {
    return finding(
      output,
      'cmdIgnored',
      entrypoint.at ?? at,
      { command: entrypoint.argv.at(-1) ?? '', expected },
      because,
    );
  }
  if (container.at) return finding(output, 'nothing', at, { expected }, because);
  return finding(output, 'nothingOfBase', at, { command: container.argv.join(' '), expected }, because);
}

/** A text of the program as code, its line ends visible. */
function inCode(text: string): string {
  return `\`${JSON.stringify(text.slice(0, 200))}\``;
}

export function failure({ container, image, at, because }: Subject, exit: number): Finding {
  const { complaint } = container;
  const shell = shellAsArguments(image);
  if (shell !== undefined && complaint && 'file' in complaint && complaint.file === shell) {
    return finding(output, 'shellArguments', at, { program: image.entrypoint?.argv[0] ?? '', shell }, because);
  }
  switch (complaint?.kind) {
    case 'not-found': {
      const broken = [image.cmd, image.entrypoint].find((command) => command?.brokenJson);
      if (!broken) return finding(output, 'program', at, { program: complaint.program }, because);
      const shell = broken.argv.slice(0, -1).join(' ');
      return finding(output, 'brokenJson', broken.at ?? at, { shell, program: complaint.program }, because);
    }
    case 'no-package':
      return finding(output, 'package', at, { program: complaint.program, name: complaint.name }, because);
    case 'no-answer':
      return finding(output, 'answer', at, { program: complaint.program }, because);
    case 'syntax':
      return finding(output, 'syntax', at, { shell: complaint.program }, because);
    case 'not-executable':
      return finding(output, 'permission', at, { program: complaint.program }, because);
    case 'no-file': {
      const { file, program } = complaint;
      const where = { program, file, directory: container.workdir };
      if (complaint.because === 'absent') {
        const raw = isUnexpanded(file, container.argv);
        return raw
          ? finding(output, 'unexpanded', at, { program, file }, because)
          : finding(output, 'fileAbsent', at, where, because);
      }
      if (complaint.because !== 'unreadable') return finding(output, 'file', at, where, because);
      const user = container.user.name;
      return finding(output, 'fileUnreadable', at, { program, file, user }, because);
    }
    case 'no-module':
      return finding(output, 'module', at, { module: complaint.module }, because);
    case 'python': {
      const { error, line, file } = complaint;
      return finding(output, 'python', at, { error, line, file }, because);
    }
    case 'node':
      return finding(output, 'node', at, { error: complaint.error, file: complaint.file }, because);
    case 'cannot-write':
      return finding(output, 'write', at, { program: complaint.program, path: complaint.path }, because);
    default:
      return finding(output, 'exit', at, { exit }, because);
  }
}

/** A variable that exec form passes on as it is written, without a shell to put its value. */
function isUnexpanded(file: string, argv: readonly string[]): boolean {
  return /\$\{?[A-Za-z_]/.test(file) && argv.includes(file);
}

/** The shell that the shell form of `CMD` hands to an `ENTRYPOINT` in exec form as its first argument. */
function shellAsArguments({ entrypoint, cmd }: BuiltImage): string | undefined {
  return entrypoint?.form === 'exec' && cmd?.form === 'shell' ? cmd.argv[0] : undefined;
}

/** How the process lives: as whom, as process 1 or below a shell, where it listens. */
export function processFindings(subject: Subject, expect: ImageExpectation): readonly Finding[] {
  const { container, image, at, because } = subject;
  const found: Finding[] = [];
  if (expect.serves && typeof container.exit === 'number') found.push(finding(output, 'ended', at, {}, because));
  if (expect.direct && container.throughShell && !/^exec\s/.test(container.argv.at(-1) ?? '')) {
    found.push(finding(process, 'shell', at, { shell: container.argv[0] ?? '' }, because));
  }
  if (expect.nonRoot && container.user.uid === 0) found.push(finding(user, 'root', image.userAt ?? at, {}, because));
  return [...found, ...listenFindings(subject, expect.listens ?? [])];
}

function listenFindings({ container, at, because }: Subject, ports: readonly number[]): readonly Finding[] {
  const { listens } = container;
  if (listens.length === 0) return [];
  return ports.flatMap((port) => {
    const own = listens.find((one) => one.port === port);
    if (own?.address === 'any') return [];
    if (own) return [finding(listen, 'loopback', at, { port }, because)];
    return [finding(listen, 'port', at, { found: listens.map((one) => one.port), expected: port }, because)];
  });
}
