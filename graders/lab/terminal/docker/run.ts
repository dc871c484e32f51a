import { own } from '../../../core/own.ts';
import { sha256 } from '../../../core/sha256.ts';
import { type BuiltImage, fromProfile, type Started, startInside } from '../../image/index.ts';
import { emptyFiles, type Listening, type Machine, resolvePath, textOf } from '../../machine/index.ts';
import { type Desk, noted } from '../desk/desk.ts';
import type { DockerContainer, DockerImage, LogLine, Mount, Published } from '../desk/docker.ts';
import { imageBy } from '../desk/images.ts';
import { isNowhere, keptMounts, withFolders, withMounts } from '../desk/mounts.ts';
import { findsByName, isCalled } from '../desk/neighbours.ts';
import { fileAt } from '../desk/open.ts';
import { familiar, normalisedReference } from '../desk/reference.ts';
import { fetchIn } from '../inside/fetch.ts';
import { scriptIn } from '../inside/script-in.ts';
import { environmentNotes } from '../tool/environment.ts';
import { isShell, opened } from '../tool/inside.ts';
import { type Call, type Outcome, refused } from '../tool/tool.ts';
import { notHeard } from '../tool/unheard.ts';
import { found, pulled } from './build.ts';
import { asOf, newId, replaceContainer, splitTag, withDocker } from './engine.ts';
import { inventedName } from './names.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';

/** `docker run`: makes a container and starts it. */
export function runContainer(call: Call): Outcome {
  const made = make(call);
  if ('stdout' in made) return made;
  const { container, desk, stderr } = made;
  const started = startContainer(desk, container);
  const after = started.desk;
  if (started.refusal) {
    const text = `${stderr}docker: ${fromDaemon(started.refusal.message)}\nRun 'docker run --help' for more information\n`;
    return {
      ...refused(container.removes ? dropped(after, container.id) : after, text, started.refusal.exit),
      seconds: 0.5,
    };
  }
  const now = started.container ?? container;
  if (call.flags.on('detach')) return { desk: after, stdout: `${container.id}\n`, stderr, exit: 0, seconds: 0.5 };
  const output = (stream: LogLine['stream']) =>
    now.log
      .filter((line) => line.stream === stream)
      .map(({ text }) => `${text}\n`)
      .join('');
  const shown = { stdout: output('stdout'), stderr: stderr + output('stderr'), seconds: 0.5 };
  const sent = now.machine && sentFrom(call, desk, now);
  if (sent) {
    const { desk: told, out, err, exit, notes, beyond, effort = 1 } = sent;
    const left = ended({ ...after, clock: told.clock, sent: told.sent, facts: told.facts }, { ...now, exit });
    const said = shown.stderr + err;
    return { desk: left, stdout: out, stderr: said, exit, effort, ...(notes && { notes }), ...(beyond && { beyond }) };
  }
  if (now.ends) return { desk: asOf({ ...after, clock: now.ends.at }), ...shown, exit: now.ends.exit };
  const isTask = now.assumed && container.argv.length > 0;
  if (isTask) return { desk: ended(after, now), ...shown, exit: 0, beyond: unforeseen, notes: [unforeseen] };
  if (now.state === 'running') {
    const argv = now.process ?? [];
    const isOpen = call.flags.on('interactive') && call.flags.on('tty') && isShell(argv) && now.machine;
    const through = ['docker', 'exec', '-i', now.name];
    const inside = isOpen && opened(isOpen, through, argv, { container: now.id });
    return {
      desk: after,
      ...shown,
      exit: 0,
      stays: { kind: 'watch' },
      ...(inside && { opens: { inside, desk: after, said: shown.stderr } }),
    };
  }
  if (now.unheard) {
    const unheard = notHeard(now.process ?? container.argv);
    return { desk: after, ...shown, exit: now.exit, notes: [unheard], ...(!call.tty && { beyond: unheard }) };
  }
  const notes = environmentNotes(now.process ?? []);
  return { desk: after, ...shown, exit: now.exit, notes, ...(now.assumed && { beyond: unforeseen }) };
}

/** What comes of a container that was made to send requests. @param desk on which it is not yet over */
function sentFrom({ tty }: Call, desk: Desk, { id, machine, process = [] }: DockerContainer) {
  const sender = { desk, clock: desk.clock, tty, from: { container: id } };
  return fetchIn(sender, process) ?? (machine && scriptIn(sender, machine, process));
}

/** The desk once the first process of a container has come to its end, and well. */
export function ended(desk: Desk, now: DockerContainer): Desk {
  if (now.removes) return dropped(desk, now.id);
  return replaceContainer(desk, { ...now, state: 'exited', finished: desk.clock, listens: [], ip: '' });
}

const unforeseen = {
  es: 'El laboratorio no sabe qué hace este proceso: se supone que termina bien.',
  en: 'The lab does not know what this process does: it is taken to end well.',
};

/** `docker create`. */
export function createContainer(call: Call): Outcome {
  const made = make(call);
  if ('stdout' in made) return made;
  return { desk: made.desk, stdout: `${made.container.id}\n`, stderr: made.stderr, exit: 0 };
}

interface Made {
  readonly desk: Desk;
  readonly container: DockerContainer;
  readonly stderr: string;
}

function make(call: Call): Made | Outcome {
  const { desk, operands, flags, path, env } = call;
  const [reference, ...args] = operands;
  if (reference === undefined)
    return wantsOperands(desk, path, 'IMAGE [COMMAND] [ARG...]', 1, Number.POSITIVE_INFINITY);
  const refuse = (stderr: string, exit = 125): Outcome =>
    refused(desk, `docker: ${stderr}\n\nRun '${path.join(' ')} --help' for more information\n`, exit);
  const published = publishedOf(flags.all('publish'));
  if (typeof published === 'string') return refuse(published);
  const mountsOf = (flag: string) => flags.all(flag).map((text) => mountOf(text, call.cwd));
  const asked = mountsOf('mount');
  const mounts = [...mountsOf('volume'), ...asked, ...flags.all('tmpfs').map(memoryOf)];
  const wrongMount = mounts.find((one) => typeof one === 'string');
  if (typeof wrongMount === 'string') return refuse(wrongMount);
  const nowhere = asked.find((one): one is Mount => typeof one === 'object' && isNowhere(desk, one));
  if (nowhere) {
    const why = `invalid mount config for type "bind": bind source path does not exist: ${nowhere.source}`;
    return refuse(fromDaemon(why).trimEnd());
  }
  const name = flags.text('name');
  if (name !== undefined && !/^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) {
    return refuse(fromDaemon(`Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`).trimEnd());
  }
  const network = flags.text('network') ?? flags.text('net') ?? 'bridge';
  if (!desk.docker.networks.some((one) => one.name === network) && !/^container:/.test(network)) {
    return refuse(fromDaemon(`failed to set up container networking: network ${network} not found`).trimEnd());
  }
  const fetched = fetchedFor(desk, reference, flags.text('pull'), flags.on('quiet'));
  if (fetched.error !== undefined)
    return {
      ...refuse(fetched.error),
      stderr: `${fetched.stderr}docker: ${fetched.error}\n\nRun '${path.join(' ')} --help' for more information\n`,
    };
  const taken = desk.docker.containers.find((one) => one.name === name?.replace(/^\//, ''));
  if (taken) {
    return refuse(
      `Error response from daemon: Conflict. The container name "/${taken.name}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
  }
  const given = Object.fromEntries(
    [...flags.all('env-file').flatMap((file) => envFile(call, file)), ...flags.all('env')].flatMap((one) => {
      const [key = '', value] = one.split(/=(.*)/s);
      const known = value ?? own(env, key);
      return known === undefined ? [] : [[key, known]];
    }),
  );
  const discards = network === 'host' && published.length > 0;
  const { id, desk: numbered } = newId(fetched.desk, `container/${reference}`);
  const entrypoint = flags.text('entrypoint');
  const image = fetched.image;
  const ports = flags.on('publish-all') ? exposedOf(image.image, numbered) : [];
  const container: DockerContainer = {
    id,
    name: name?.replace(/^\//, '') ?? inventedName(numbered),
    reference,
    image: image.id,
    argv: args,
    env: given,
    user: flags.text('user') ?? '',
    labels: Object.fromEntries(
      flags.all('label').map((label) => [label.split('=', 1)[0] ?? '', label.split('=').slice(1).join('=')]),
    ),
    published: network === 'host' ? [] : [...published, ...ports],
    mounts: mounts.flatMap((one, index): readonly Mount[] =>
      typeof one === 'string'
        ? []
        : [one.type === 'volume' && one.source === '' ? { ...one, source: sha256(`${id}/${index}`) } : one],
    ),
    networks: [network],
    ...(flags.has('hostname') && { hostname: flags.text('hostname') ?? '' }),
    ...(flags.has('network-alias') && { aliases: flags.all('network-alias') }),
    removes: flags.on('rm'),
    interactive: flags.on('tty'),
    readOnly: flags.on('read-only'),
    created: numbered.clock,
    state: 'created',
    exit: 0,
    log: [],
    listens: [],
    assumed: false,
    ip: '',
    ...(entrypoint !== undefined && { entrypoint }),
    ...(flags.has('workdir') && { workdir: flags.text('workdir') ?? '/' }),
    restart: flags.text('restart') ?? 'no',
  };
  const named = new Set(mounts.map((one) => (typeof one === 'string' ? '' : one.source)));
  const missing = container.mounts.filter(
    ({ type, source }) => type === 'volume' && !numbered.docker.volumes.some((one) => one.name === source),
  );
  const next = withDocker(numbered, ({ containers, volumes }) => ({
    containers: [...containers, container],
    volumes: [
      ...volumes,
      ...missing.map(({ source }) => ({
        name: source,
        created: numbered.clock,
        files: emptyFiles,
        anonymous: !named.has(source),
      })),
    ],
  }));
  const warned = discards ? 'WARNING: Published ports are discarded when using host network mode\n' : '';
  return { desk: withFolders(next, container), container, stderr: `${fetched.stderr}${warned}` };
}

/** `--tmpfs`: a folder in memory. */
function memoryOf(text: string): Mount | string {
  const [target = ''] = text.split(':', 1);
  const wrong = wrongTarget(target);
  return wrong === undefined ? { type: 'tmpfs', source: '', target, readOnly: false } : fromDaemon(wrong).trimEnd();
}

function envFile({ desk, cwd }: Call, file: string): readonly string[] {
  const text = fileAt(desk, resolvePath(cwd, file))?.content ?? '';
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function exposedOf({ exposes }: BuiltImage, { docker }: Desk): readonly Published[] {
  const taken = docker.containers.flatMap((one) => one.published.map(({ host }) => host));
  const first = 32_768 + taken.filter((port) => port >= 32_768).length;
  return exposes.map((port, index) => ({
    host: first + index,
    address: '0.0.0.0',
    container: Number.parseInt(port, 10),
    protocol: port.endsWith('/udp') ? 'udp' : 'tcp',
  }));
}

/** The image of a container, from the local store or a registry. */
function fetchedFor(desk: Desk, reference: string, policy: string | undefined, quiet: boolean) {
  const here = imageBy(desk, reference);
  const nothing = { desk, image: here as DockerImage, stderr: '' };
  if (here && policy !== 'always') return { ...nothing, error: undefined };
  const full = normalisedReference(reference);
  if (full === undefined) return { ...nothing, error: 'invalid reference format' };
  if (policy === 'never') return { ...nothing, error: `Error response from daemon: No such image: ${familiar(full)}` };
  const intro = `Unable to find image '${familiar(full)}' locally\n`;
  const got = fetchImage(desk, full);
  if ('error' in got) return { ...nothing, stderr: intro, error: `Error response from daemon: ${got.error}` };
  const image = imageBy(got.desk, full);
  return { desk: got.desk, image: image as DockerImage, stderr: quiet ? '' : `${intro}${got.told}`, error: undefined };
}

/** Downloads an image. @param full normalised */
export function fetchImage(
  desk: Desk,
  full: string,
): { readonly desk: Desk; readonly told: string } | { readonly error: string } {
  const pushed = desk.docker.pushed.find((one) => one.reference === full);
  const stored = pushed && desk.docker.images.find(({ id }) => id === pushed.image);
  const answer = found({ ...desk, docker: { ...desk.docker, images: [] } }, full);
  if (!stored && !answer.ok) {
    const [name] = splitTag(full);
    if (answer.reason === 'unknown-tag')
      return { error: `manifest for ${familiar(full)} not found: manifest unknown: manifest unknown` };
    return {
      error: `pull access denied for ${name}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    };
  }
  const image = stored?.image ?? (answer.ok ? fromProfile(answer.image) : undefined);
  if (!image) return { error: 'not found' };
  const next = stored
    ? withDocker(desk, ({ images }) => ({
        images: images.map((one) => (one.id === stored.id ? { ...one, tags: [...new Set([...one.tags, full])] } : one)),
      }))
    : pulled(desk, full, image);
  const [, tag] = splitTag(full);
  const path = full.slice(full.indexOf('/') + 1).replace(/:[^:/]*$/, '');
  const digest = imageBy(next, full)?.id ?? '';
  const told = `${tag}: Pulling from ${path}\nDigest: sha256:${digest}\nStatus: Downloaded newer image for ${familiar(full)}\n`;
  const size = answer.ok ? answer.image.size : 100;
  return { desk: { ...next, clock: next.clock + 1 + Math.round(size / 25) }, told };
}

/**
 * `-p` in the forms of the CLI: `8080`, `9000:8080`, `127.0.0.1:9000:8080`, `9000:8080/udp`, ranges.
 * @returns the message of the CLI where a text is none of them
 * @see https://github.com/docker/go-connections/blob/v0.6.0/nat/nat.go
 */
function publishedOf(texts: readonly string[]): readonly Published[] | string {
  const all: Published[] = [];
  for (const written of texts) {
    const named = Object.fromEntries(written.split(',').map((part) => part.split('=', 2)));
    const text = /(?:^|,)target=/.test(written)
      ? `${own(named, 'published') ?? ''}:${own(named, 'target')}/${own(named, 'protocol') ?? 'tcp'}`
      : written;
    const [spec = '', protocol = 'tcp'] = text.split('/');
    const parts = spec.split(':');
    const container = parts.pop() ?? '';
    const host = parts.pop() ?? '';
    const address = parts.join(':').replace(/^\[|\]$/g, '');
    if (!/^(?:tcp|udp|sctp)$/i.test(protocol))
      return `invalid publish opts format (should be name=value but got '${written}')`;
    const [inside, outside] = [rangeOf(container), host === '' ? [] : rangeOf(host)];
    if (!inside || inside.length === 0) return `invalid containerPort: ${container}`;
    if (!outside) return `invalid hostPort: ${host}`;
    if (outside.length > 0 && outside.length !== inside.length)
      return `invalid ranges specified for container and host Ports: ${container} and ${host}`;
    for (const [index, port] of inside.entries()) {
      all.push({
        host: outside[index] ?? 0,
        address: address || '0.0.0.0',
        container: port,
        protocol: protocol.toLowerCase() === 'udp' ? 'udp' : 'tcp',
      });
    }
  }
  return all.map((one, index) => (one.host === 0 ? { ...one, host: 32_768 + index } : one));
}

function rangeOf(text: string): readonly number[] | undefined {
  const [, first = '', last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last ?? first)];
  if (first === '' || from > 65_535 || to > 65_535 || to < from || to - from > 200) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** `-v` and `--mount`. @returns the message of the daemon where a text is neither */
function mountOf(text: string, cwd: string): Mount | string {
  if (/(?:^|,)(?:type|target|dst|destination)=/.test(text)) {
    const options: Readonly<Record<string, string>> = Object.fromEntries(
      text.split(',').map((part) => part.split('=', 2)),
    );
    const target = own(options, 'target') ?? own(options, 'dst') ?? own(options, 'destination');
    if (target === undefined) return `invalid argument "${text}" for "--mount" flag: target is required`;
    const written = own(options, 'type');
    const type = written === 'bind' || written === 'tmpfs' ? written : 'volume';
    const wrong = wrongTarget(target);
    if (wrong !== undefined) return fromDaemon(`invalid mount config for type "${type}": ${wrong}`).trimEnd();
    const source = own(options, 'source') ?? own(options, 'src') ?? '';
    return { type, source, target, readOnly: 'readonly' in options || 'ro' in options };
  }
  const [source = '', target, mode = ''] = text.split(':');
  const readOnly = /\bro\b/.test(mode);
  // Where nothing says what is mounted, the place is one of the image's own volumes, which may be written without its first slash.
  if (target === undefined) return { type: 'volume', source: '', target: resolvePath('/', source), readOnly };
  const type = /^[./~]/.test(source) ? 'bind' : 'volume';
  const wrong = wrongTarget(target);
  if (wrong !== undefined)
    return fromDaemon(
      `invalid volume specification: '${text}': invalid mount config for type "${type}": ${wrong}`,
    ).trimEnd();
  if (type === 'bind') return { type, source: resolvePath(cwd, source), target, readOnly };
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(source))
    return `Error response from daemon: create ${source}: "${source}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`;
  return { type, source, target, readOnly };
}

/** @see https://github.com/moby/moby/blob/v28.5.0/daemon/volume/mounts/linux_parser.go (`linuxValidateNotRoot`, `linuxValidateAbsolute`) */
function wrongTarget(target: string): string | undefined {
  if (resolvePath('/', target) === '/') return "invalid specification: destination can't be '/'";
  return target.startsWith('/') ? undefined : `invalid mount path: '${target}' mount path must be absolute`;
}

interface Start {
  readonly desk: Desk;
  /** As it is now, or was when it ended and went away. */
  readonly container?: DockerContainer;
  readonly refusal?: { readonly message: string; readonly exit: number };
}

/** Starts a container that is there: its first process begins, on the writable layer that it has. */
export function startContainer(desk: Desk, container: DockerContainer): Start {
  const image = desk.docker.images.find(({ id }) => id === container.image);
  if (!image) return { desk, refusal: { message: `No such image: ${container.reference}`, exit: 125 } };
  const clash = container.published.find((port) =>
    desk.docker.containers.some(
      (other) =>
        other.id !== container.id &&
        other.state === 'running' &&
        other.published.some((one) => one.host === port.host && one.protocol === port.protocol),
    ),
  );
  const busy = container.published.find(({ host }) =>
    desk.jobs.some(({ does }) => does.kind === 'port-forward' && does.local === host),
  );
  const taken = clash ?? busy;
  if (taken) {
    const end = `Bind for ${taken.address}:${taken.host} failed: port is already allocated`;
    const message = `failed to set up container networking: driver failed programming external connectivity on endpoint ${container.name} (${container.id}): ${end}`;
    return { desk, refusal: { message, exit: 125 } };
  }
  const configured = configuredImage(image.image, container);
  const started = startInside(configured, container.argv, (machine) => mounted(machine, container, desk));
  const { outcome } = started.trace;
  if (!outcome.starts)
    return { desk, refusal: refusalOf(outcome.refusal ?? 'no-command', outcome.argv[0] ?? '', container) };
  return running(desk, container, started);
}

/** The image as `run` changes it: variables, user, directory and entry point of its own. */
function configuredImage(image: BuiltImage, { env, user, entrypoint, workdir, argv }: DockerContainer): BuiltImage {
  const base = {
    ...image,
    env: { ...image.env, ...env },
    user: user === '' ? image.user : user,
    workdir: workdir ?? image.workdir,
  };
  if (entrypoint === undefined) return base;
  const words = entrypoint === '' ? argv : [entrypoint];
  return {
    ...base,
    entrypoint: words.length === 0 ? undefined : { argv: words, form: 'exec', brokenJson: false },
    cmd: undefined,
  };
}

function mounted(machine: Machine, container: DockerContainer, desk: Desk): Machine {
  const files = withMounts(container.machine?.files ?? container.files ?? machine.files, container, desk);
  const running = desk.docker.containers.filter(({ state }) => state === 'running');
  const resolves = (wanted: string) => {
    const called = running.filter((one) => isCalled(one, wanted));
    return called.length > 0 ? called.some((one) => findsByName(container, one)) : machine.host.resolves(wanted);
  };
  const { networks, id, hostname = networks.includes('host') ? undefined : id.slice(0, 12) } = container;
  return {
    ...machine,
    files,
    env: { ...machine.env, ...(hostname !== undefined && { HOSTNAME: hostname }) },
    host: {
      ...machine.host,
      ...(hostname !== undefined && { hostname }),
      interactive: container.interactive ?? false,
      listsVariables: true,
      resolves,
      readOnly: container.readOnly ?? false,
      mounts: container.mounts.map(({ target, readOnly }) => ({ path: target, readOnly })),
    },
  };
}

function refusalOf(refusal: string, program: string, { id, user }: DockerContainer): NonNullable<Start['refusal']> {
  const runc =
    'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init';
  switch (refusal) {
    case 'no-command':
      return { message: 'no command specified', exit: 125 };
    case 'unknown-user':
      return { message: `unable to find user ${user}: no matching entries in passwd file`, exit: 126 };
    case 'program-not-found':
    case 'no-loader': {
      const why = program.includes('/')
        ? `stat ${program}: no such file or directory`
        : 'executable file not found in $PATH';
      return { message: `${runc}: exec: "${program}": ${why}`, exit: 127 };
    }
    case 'exec-format':
      return { message: `${runc}: exec ${program}: exec format error`, exit: 126 };
    default:
      return { message: `${runc}: exec: "${program}": permission denied (${id.slice(0, 12)})`, exit: 126 };
  }
}

function running(desk: Desk, container: DockerContainer, { trace, ran }: Started): Start {
  const { outcome } = trace;
  const slept = typeof outcome.exit === 'number' ? (ran?.machine.clock ?? 0) : 0;
  const ends = typeof outcome.exit === 'number' && slept === 0;
  const known = ran?.server?.listens;
  const others = ran?.machine.daemons ?? [];
  const isOpen = outcome.exit === 'unknown' || known === 'any' || others.some(({ listens }) => listens === 'any');
  const listens: readonly Listening[] | 'any' = isOpen && outcome.listens.length === 0 ? 'any' : outcome.listens;
  const text = textOf(outcome.output) ?? '';
  const told = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const log = [
    ...told.map((line): LogLine => ({ at: desk.clock, stream: 'stdout', text: line })),
    ...complaints(outcome.complaint, desk.clock),
  ];
  const count = desk.docker.containers.filter(({ ip }) => ip !== '').length;
  const next: DockerContainer = {
    ...container,
    state: ends ? 'exited' : 'running',
    exit: ends && typeof outcome.exit === 'number' ? outcome.exit : 0,
    started: desk.clock,
    log: [...container.log, ...log],
    listens: ends ? [] : listens,
    assumed: outcome.exit === 'unknown',
    ...(typeof outcome.exit === 'number' && textOf(outcome.output) === undefined && { unheard: true as const }),
    ip: ends ? '' : container.ip || `172.17.0.${2 + (count % 250)}`,
    ...(ends && { finished: desk.clock }),
    ...(slept > 0 && typeof outcome.exit === 'number' && { ends: { at: desk.clock + slept, exit: outcome.exit } }),
    ...(ran && { machine: ran.machine }),
    ...(ran?.server?.product !== undefined && { product: ran.server.product }),
    ...(ran?.server?.answers && { answers: ran.server.answers }),
    uid: outcome.user.uid,
    process: outcome.argv,
  };
  const data = {
    name: container.name,
    image: container.image,
    reference: familiar(container.reference),
    exit: next.exit,
    running: !ends,
  };
  const kept = ran ? keptMounts(desk, next, ran.machine.files) : desk;
  const after = noted(replaceContainer(kept, next), 'container.started', data);
  return { desk: ends && container.removes ? dropped(after, container.id) : after, container: next };
}

/** What a process that fails prints, as far as the machine knows. */
export function complaints(complaint: Started['trace']['outcome']['complaint'], at: number): readonly LogLine[] {
  if (!complaint) return [];
  const line = (text: string): readonly LogLine[] => [{ at, stream: 'stderr', text }];
  switch (complaint.kind) {
    case 'no-file':
      if (complaint.because === 'unreadable') return line(`${complaint.program}: ${complaint.file}: Permission denied`);
      return complaint.program === 'node'
        ? line(`Error: Cannot find module '${complaint.file}'`)
        : line(`${complaint.program}: ${complaint.file}: No such file or directory`);
    case 'not-found':
      return line(`/bin/sh: 1: ${complaint.program}: not found`);
    case 'not-executable':
      return line(`/bin/sh: 1: ${complaint.program}: Permission denied`);
    case 'node':
      return line(`TypeError [${complaint.error}]: ${complaint.file}`);
    case 'python':
      return [
        { at, stream: 'stderr', text: 'Traceback (most recent call last):' },
        { at, stream: 'stderr', text: `  File "${complaint.file}", line ${complaint.line}, in <module>` },
        { at, stream: 'stderr', text: complaint.error },
      ];
    case 'no-module':
      return line(`ModuleNotFoundError: No module named '${complaint.module}'`);
    case 'cannot-write':
      return line(
        `${complaint.program}: ${complaint.path}: ${complaint.readOnly ? 'Read-only file system' : 'Permission denied'}`,
      );
    case 'variable-missing':
      return line(`${complaint.program}: one of ${complaint.variables.join(', ')} must be set`);
    default:
      return line(`${'program' in complaint ? complaint.program : 'process'}: failed to start`);
  }
}

/** A desk without a container. */
export function dropped(desk: Desk, id: string): Desk {
  return withDocker(desk, ({ containers }) => ({ containers: containers.filter((one) => one.id !== id) }));
}
