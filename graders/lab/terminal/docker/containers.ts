import { execute, refusalOf, textOf } from '../../machine/index.ts';
import { archivedIn } from '../desk/archive.ts';
import { type Desk, noted } from '../desk/desk.ts';
import type { DockerContainer, Published } from '../desk/docker.ts';
import { loadArchive } from '../desk/load.ts';
import { keptMounts, withMounts } from '../desk/mounts.ts';
import { familiar } from '../desk/reference.ts';
import { timestamp } from '../desk/time.ts';
import { type Fetched, fetchIn } from '../inside/fetch.ts';
import { scriptIn } from '../inside/script-in.ts';
import { columns } from '../tool/columns.ts';
import { environmentNotes } from '../tool/environment.ts';
import { isShell, opened } from '../tool/inside.ts';
import { fill, isBeyond } from '../tool/template.ts';
import { beyond, type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { notHeard } from '../tool/unheard.ts';
import { containerBy, replaceContainer, short, withDocker } from './engine.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';
import { complaints, dropped, startContainer } from './run.ts';
import { humanDuration, humanSize } from './units.ts';

/** `docker ps`. @see https://github.com/docker/cli/blob/v28.5.2/cli/command/formatter/container.go */
export function listContainers({ desk, flags }: Call): Outcome {
  const filters = flags.all('filter').map((one) => one.split(/=(.*)/s));
  const isAll = flags.on('all') || flags.on('latest') || filters.some(([key]) => key === 'status' || key === 'exited');
  const last = flags.on('latest') ? 1 : Number(flags.text('last') ?? Number.POSITIVE_INFINITY);
  const shown = [...desk.docker.containers]
    .reverse()
    .filter(({ state }) => isAll || Number.isFinite(last) || state === 'running')
    .filter((one) => filters.every(([key = '', value = '']) => fits(one, key, value, desk)))
    .slice(0, last);
  const isWhole = flags.on('no-trunc');
  const rows = shown.map((one) => rowOf(one, desk, isWhole));
  const format = flags.text('format');
  if (flags.on('quiet')) return printed(desk, rows.map(({ ID }) => `${ID}\n`).join(''));
  if (format !== undefined && format !== 'table') return formatted(desk, rows, format);
  const head = [
    'CONTAINER ID',
    'IMAGE',
    'COMMAND',
    'CREATED',
    'STATUS',
    'PORTS',
    'NAMES',
    ...(flags.on('size') ? ['SIZE'] : []),
  ];
  const table = rows.map((row) => [
    row.ID,
    row.Image,
    row.Command,
    row.RunningFor,
    row.Status,
    row.Ports,
    row.Names,
    ...(flags.on('size') ? [row.Size] : []),
  ]);
  return printed(desk, columns([head, ...table], dockerLayout));
}

export const dockerLayout = { padding: 3, least: 10 } as const;

function fits(one: DockerContainer, key: string, value: string, desk: Desk): boolean {
  switch (key) {
    case 'name':
      return (
        one.name.includes(value.replace(/^[\^/]+|\$$/g, '')) &&
        (!value.startsWith('^') || one.name.startsWith(value.replace(/^[\^/]+|\$$/g, '')))
      );
    case 'status':
      return one.state === value;
    case 'ancestor':
      return (
        familiar(one.reference) === familiar(value) ||
        one.reference.split(':')[0] === value ||
        desk.docker.images.some(({ id, tags }) => id === one.image && tags.map(familiar).includes(value))
      );
    case 'label': {
      const [name = '', text] = value.split('=', 2);
      return (
        Object.hasOwn(one.labels, name) &&
        (text === undefined || Object.entries(one.labels).some(([label, known]) => label === name && known === text))
      );
    }
    case 'id':
      return one.id.startsWith(value);
    case 'network':
      return one.networks.includes(value);
    case 'publish':
      return one.published.some(({ host }) => String(host) === value.split('/')[0]);
    case 'exited':
      return one.state === 'exited' && String(one.exit) === value;
    default:
      return true;
  }
}

type Row = Readonly<
  Record<
    | 'ID'
    | 'Image'
    | 'Command'
    | 'CreatedAt'
    | 'RunningFor'
    | 'Status'
    | 'State'
    | 'Ports'
    | 'Names'
    | 'Size'
    | 'Labels'
    | 'Mounts'
    | 'Networks',
    string
  >
>;

function rowOf(one: DockerContainer, desk: Desk, isWhole: boolean): Row {
  const command = (one.process ?? commandOf(one, desk)).join(' ');
  return {
    ID: isWhole ? one.id : short(one.id),
    Image:
      desk.docker.images.some(({ id, tags }) => id === one.image && tags.length > 0) ||
      !/^[0-9a-f]{12,}$/.test(one.reference)
        ? one.reference
        : short(one.image),
    Command: `"${isWhole || command.length <= 20 ? command : `${command.slice(0, 19)}…`}"`,
    CreatedAt: `${timestamp(one.created).replace('T', ' ').replace('Z', '')} +0000 UTC`,
    RunningFor: `${humanDuration(desk.clock - one.created)} ago`,
    Status: statusOf(one, desk),
    State: one.state,
    Ports: portsOf(one),
    Names: one.name,
    Size: '0B',
    Labels: Object.entries(one.labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(','),
    Mounts: one.mounts.map(({ source }) => source).join(','),
    Networks: one.networks.join(','),
  };
}

export function commandOf(one: DockerContainer, { docker }: Desk): readonly string[] {
  const image = docker.images.find(({ id }) => id === one.image)?.image;
  return [...(image?.entrypoint?.argv ?? []), ...(one.argv.length > 0 ? one.argv : (image?.cmd?.argv ?? []))];
}

export function statusOf(one: DockerContainer, { clock }: Desk): string {
  if (one.state === 'created') return 'Created';
  if (one.state === 'exited') return `Exited (${one.exit}) ${humanDuration(clock - (one.finished ?? clock))} ago`;
  const up = `Up ${humanDuration(clock - (one.started ?? clock))}`;
  return one.state === 'paused' ? `${up} (Paused)` : up;
}

export function portsOf({ state, published }: DockerContainer): string {
  if (state !== 'running' && state !== 'paused') return '';
  const shown = published.flatMap(({ address, host, container, protocol }: Published) =>
    address === '0.0.0.0'
      ? [`0.0.0.0:${host}->${container}/${protocol}`, `[::]:${host}->${container}/${protocol}`]
      : [`${address}:${host}->${container}/${protocol}`],
  );
  return shown.join(', ');
}

export function formatted(desk: Desk, rows: readonly object[], format: string): Outcome {
  if (format === 'json' || format === '{{json .}}')
    return printed(desk, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const isTable = format.startsWith('table ');
  const template = (isTable ? format.slice(6) : format).replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  const texts = rows.map((row) => fill(template, row, { strict: true }));
  const wrong = texts.find((one) => typeof one !== 'string');
  if (wrong !== undefined && typeof wrong !== 'string') {
    const stderr = `template parsing error: ${wrong.says}\n`;
    return {
      ...refused(desk, stderr, 1),
      ...(isBeyond(wrong) && {
        beyond: {
          es: `El laboratorio no modela la plantilla \`${format}\`.`,
          en: `The lab does not model the template \`${format}\`.`,
        },
      }),
    };
  }
  if (!isTable) return printed(desk, texts.map((text) => `${text}\n`).join(''));
  const heads = new Map([
    ['ID', 'CONTAINER ID'],
    ['RunningFor', 'CREATED'],
    ['CreatedAt', 'CREATED AT'],
  ]);
  const head = template.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_, name: string) => heads.get(name) ?? name.toUpperCase());
  return printed(
    desk,
    columns(
      [head, ...texts].map((text) => String(text).split('\t')),
      dockerLayout,
    ),
  );
}

const noSuch = (name: string): string => fromDaemon(`No such container: ${name}`);

/** Does something to every container that is named, says which it did it to, and ends with 1 where one was not there. */
function each(
  call: Call,
  takes: string,
  does: (
    desk: Desk,
    one: DockerContainer,
  ) => { readonly desk: Desk; readonly error?: string; readonly seconds?: number },
): Outcome {
  if (call.operands.length === 0) return wantsOperands(call.desk, call.path, takes, 1, Number.POSITIVE_INFINITY);
  let { desk } = call;
  let stdout = '';
  let stderr = '';
  let seconds = 0.1;
  for (const name of call.operands) {
    const one = containerBy(desk, name);
    const done = one ? does(desk, one) : { desk, error: noSuch(name) };
    desk = done.desk;
    seconds += 'seconds' in done ? (done.seconds ?? 0) : 0;
    if (done.error) stderr += done.error;
    else stdout += `${name}\n`;
  }
  return { desk, stdout, stderr, exit: stderr === '' ? 0 : 1, seconds };
}

const takesMany = 'CONTAINER [CONTAINER...]';

export function stopContainers(call: Call): Outcome {
  const wait = Number(call.flags.text('timeout') ?? call.flags.text('time') ?? 10);
  return each(call, takesMany, (desk, one) => {
    if (one.state !== 'running' && one.state !== 'paused') return { desk };
    const hears = hearsTerm(one);
    return { desk: ended(desk, one, hears ? 0 : 137), seconds: hears ? 0.4 : wait };
  });
}

export function killContainers(call: Call): Outcome {
  return each(call, takesMany, (desk, one) => {
    if (one.state === 'running')
      return { desk: ended(desk, one, /TERM|15|INT/.test(call.flags.text('signal') ?? 'KILL') ? 143 : 137) };
    return { desk, error: fromDaemon(`cannot kill container: ${one.name}: container ${one.id} is not running`) };
  });
}

/** A shell as the first process hears no SIGTERM, and waits for the kill. */
function hearsTerm({ process = [] }: DockerContainer): boolean {
  return !/(?:^|\/)(?:sh|bash|ash|sleep|tail)$/.test(process[0] ?? '');
}

function ended(desk: Desk, one: DockerContainer, exit: number): Desk {
  const stopped = replaceContainer(desk, { ...one, state: 'exited', exit, finished: desk.clock, listens: [], ip: '' });
  const after = noted(stopped, 'container.stopped', { name: one.name, exit });
  return one.removes ? dropped(after, one.id) : after;
}

export function startContainers(call: Call): Outcome {
  return each(call, takesMany, (desk, one) => {
    if (one.state === 'running') return { desk };
    const { desk: next, refusal } = startContainer(desk, one);
    return refusal
      ? { desk: next, error: `${fromDaemon(refusal.message)}Error: failed to start containers: ${one.name}\n` }
      : { desk: next, seconds: 0.3 };
  });
}

export function restartContainers(call: Call): Outcome {
  return each(call, takesMany, (desk, one) => {
    const kept = { ...one, removes: false };
    const stopped = one.state === 'running' ? replaceContainer(desk, { ...kept, state: 'exited', listens: [] }) : desk;
    const { desk: next, refusal } = startContainer(stopped, one);
    return refusal
      ? { desk: next, error: fromDaemon(refusal.message) }
      : { desk: next, seconds: hearsTerm(one) ? 0.6 : 10.3 };
  });
}

export function removeContainers(call: Call): Outcome {
  const force = call.flags.on('force');
  return each(call, takesMany, (desk, one) => {
    if (one.state === 'running' && !force) {
      const stop = `cannot remove container "${one.name}": container is running: stop the container before removing or force remove`;
      return { desk, error: fromDaemon(stop) };
    }
    const gone = one.mounts.map(({ source }) => source);
    const next = dropped(desk, one.id);
    const cleared = call.flags.on('volumes')
      ? withDocker(next, ({ volumes }) => ({
          volumes: volumes.filter(({ name, anonymous }) => !anonymous || !gone.includes(name)),
        }))
      : next;
    return { desk: noted(cleared, 'container.removed', { name: one.name }) };
  });
}

export function pauseContainers(state: 'paused' | 'running') {
  return (call: Call): Outcome =>
    each(call, takesMany, (desk, one) => {
      if (one.state === state)
        return {
          desk,
          error: fromDaemon(`Container ${one.id} is ${state === 'paused' ? 'already paused' : 'not paused'}`),
        };
      if (one.state === 'exited' || one.state === 'created')
        return { desk, error: fromDaemon(`Container ${one.id} is not running`) };
      return { desk: replaceContainer(desk, { ...one, state }) };
    });
}

export function renameContainer({ desk, operands, path }: Call): Outcome {
  const [from = '', to = ''] = operands;
  if (operands.length !== 2) return wantsOperands(desk, path, 'CONTAINER NEW_NAME', 2);
  const one = containerBy(desk, from);
  if (!one) return refused(desk, noSuch(from));
  const taken = desk.docker.containers.find(({ name }) => name === to);
  if (taken)
    return refused(
      desk,
      fromDaemon(
        `Conflict. The container name "/${to}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`,
      ),
    );
  return printed(replaceContainer(desk, { ...one, name: to }));
}

/** `docker update`: limits decide nothing here; the restart policy is shown by `inspect`. */
export function updateContainers(call: Call): Outcome {
  const restart = call.flags.text('restart');
  return each(call, takesMany, (desk, one) => ({
    desk: restart === undefined ? desk : replaceContainer(desk, { ...one, restart }),
  }));
}

export function waitContainers(call: Call): Outcome {
  const { desk, operands, path } = call;
  if (operands.length === 0) return wantsOperands(desk, path, takesMany, 1, Number.POSITIVE_INFINITY);
  const [name = ''] = operands;
  const one = containerBy(desk, name);
  if (!one) return refused(desk, noSuch(name));
  return one.state === 'running' ? { ...printed(desk), stays: { kind: 'watch' } } : printed(desk, `${one.exit}\n`);
}

export function logs(call: Call): Outcome {
  const { desk, operands, path, flags } = call;
  const [name = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'CONTAINER', 1);
  const one = containerBy(desk, name);
  if (!one) return refused(desk, noSuch(name));
  const tail = Number(flags.text('tail') ?? Number.POSITIVE_INFINITY);
  const lines = Number.isFinite(tail) ? one.log.slice(tail === 0 ? one.log.length : -tail) : one.log;
  const text = (stream: string) =>
    lines
      .filter((line) => line.stream === stream)
      .map((line) => `${flags.on('timestamps') ? `${timestamp(line.at)} ` : ''}${line.text}\n`)
      .join('');
  const isOpaque =
    one.log.length === 0 &&
    (one.assumed || one.unheard || one.listens === 'any' || (one.product === undefined && one.state === 'running'));
  const notes = isOpaque
    ? [
        {
          es: 'El laboratorio no ejecuta este programa: no sabe lo que escribe.',
          en: 'The lab does not run this program: it does not know what it writes.',
        },
      ]
    : environmentNotes(one.process ?? []);
  const outcome = {
    desk: noted(desk, 'container.logs', { name: one.name }),
    stdout: text('stdout'),
    stderr: text('stderr'),
    exit: 0,
    notes,
  };
  return flags.on('follow') && one.state === 'running' ? { ...outcome, stays: { kind: 'watch' } } : outcome;
}

/**
 * `docker exec NODE …`: the nodes of local clusters are containers too. The lab knows the import of an archive there, and of other programs that it
 * does not know them.
 * @returns undefined where no cluster has a node of that name
 */
function onNode(call: Call, name: string, argv: readonly string[]): Outcome | undefined {
  const { desk, stdin } = call;
  const cluster = desk.clusters.find(({ name: called, provider }) =>
    provider === 'kind'
      ? name.startsWith(`${called}-`) && /^(?:control-plane|worker)\d*$/.test(name.slice(called.length + 1))
      : provider === 'minikube' && (name === called || name.startsWith(`${called}-m0`)),
  );
  if (!cluster) return undefined;
  const [program, ...words] = argv;
  const imports = program === 'ctr' && words.includes('import') && words.at(-1) === '-';
  const archived = imports && call.flags.on('interactive') ? archivedIn(desk, stdin) : undefined;
  if (archived) {
    const told = archived.flatMap(({ tags }) => tags.map((tag) => `${tag}\tsaved\n`)).join('');
    return { ...printed(loadArchive(desk, cluster, archived, '-'), told), seconds: 0 };
  }
  return beyond(call, {
    es: `El laboratorio no tiene \`${program}\` dentro del nodo \`${name}\`: no se ha hecho nada.`,
    en: `The lab does not have \`${program}\` inside the node \`${name}\`: nothing was done.`,
  });
}

/** `docker exec`: a program inside a running container, on the machine that every other part of the lab uses. */
export function exec(call: Call): Outcome {
  const { desk, operands, path, flags } = call;
  const [name = '', ...words] = operands;
  // A shell that is given a script to read does what `sh -c` with it does.
  const reads = flags.on('interactive') && call.stdin !== '' && isShell(words);
  const [argv, stdin] = reads ? [[words[0] ?? 'sh', '-c', call.stdin], ''] : [words, call.stdin];
  if (operands.length < 2) return wantsOperands(desk, path, 'CONTAINER COMMAND [ARG...]', 2, Number.POSITIVE_INFINITY);
  const one = containerBy(desk, name);
  if (!one) return onNode(call, name, argv) ?? refused(desk, noSuch(name));
  if (one.state !== 'running' || !one.machine) return refused(desk, fromDaemon(`container ${one.id} is not running`));
  const env = Object.fromEntries(flags.all('env').map((text) => text.split(/=(.*)/s).slice(0, 2)));
  const user = flags.text('user');
  const uid =
    user === undefined
      ? {}
      : { uid: /^\d/.test(user) ? Number.parseInt(user, 10) : user === 'root' ? 0 : one.machine.uid };
  const asks = (port: number) => {
    if (one.listens === 'any') return 'unknown' as const;
    return one.listens.some((socket) => socket.port === port) ? ('unknown' as const) : ('refused' as const);
  };
  const machine = {
    ...one.machine,
    files: withMounts(one.machine.files, one, desk),
    ...uid,
    env: { ...one.machine.env, ...env },
    cwd: flags.text('workdir') ?? one.machine.cwd,
    host: { ...one.machine.host, asks },
    budget: one.machine.budget.another(),
  };
  const [program = ''] = argv;
  const sender = { desk, clock: desk.clock, tty: call.tty, from: { container: one.id } };
  const sent =
    refusalOf(machine, program) === undefined ? (fetchIn(sender, argv) ?? scriptIn(sender, machine, argv)) : undefined;
  if (sent) return sentBy(sent);
  const ran = execute(machine, argv, stdin === '' ? undefined : stdin);
  if (ran.complaint?.kind === 'not-found' && ran.complaint.program === program) {
    return refused(
      desk,
      `OCI runtime exec failed: exec failed: unable to start container process: exec: "${program}": executable file not found in $PATH\n`,
      127,
    );
  }
  const kept = {
    ...ran.machine,
    env: one.machine.env,
    cwd: one.machine.cwd,
    uid: one.machine.uid,
    daemons: one.machine.daemons,
  };
  const shared = keptMounts(desk, one, kept.files);
  const next = noted(replaceContainer(shared, { ...one, machine: kept }), 'container.exec', {
    name: one.name,
    command: argv.join(' '),
  });
  const text = textOf(ran.output);
  const exit = typeof ran.exit === 'number' ? ran.exit : 0;
  if (isShell(argv) && flags.on('interactive')) {
    const given = ['user', 'workdir', 'env'].flatMap((flag) => flags.all(flag).flatMap((text) => [`--${flag}`, text]));
    const through = ['docker', 'exec', '-i', ...given, one.name];
    const inside = flags.on('tty') && opened(machine, through, argv);
    return { ...printed(next), ...(inside && { opens: { inside, desk: next } }) };
  }
  if (text === undefined || ran.exit === 'unknown') {
    const beyond = notHeard(argv);
    return { desk: next, stdout: '', stderr: '', exit, ...(!call.tty && { beyond }), notes: [beyond] };
  }
  if (ran.exit === 'running') return { ...printed(next, text), stays: { kind: 'watch' } };
  const said = exit === 0 ? [] : complaints(ran.complaint, desk.clock);
  const stderr = (exit === 0 ? (ran.aside ?? '') : '') + said.map(({ text: line }) => `${line}\n`).join('');
  return { desk: next, stdout: text, stderr, exit, notes: environmentNotes(argv) };
}

/** The outcome of a command that sent requests. */
function sentBy({ out, err, stays, ...ended }: Fetched): Outcome {
  return { ...ended, stdout: out, stderr: err, ...(stays && { stays: { kind: 'watch' } }) };
}

export function port({ desk, operands, path }: Call): Outcome {
  const [name = '', wanted] = operands;
  if (operands.length === 0) return wantsOperands(desk, path, 'CONTAINER [PRIVATE_PORT[/PROTO]]', 1, 2);
  const one = containerBy(desk, name);
  if (!one) return refused(desk, noSuch(name));
  const shown = (one.state === 'running' ? one.published : []).filter(
    ({ container }) => wanted === undefined || String(container) === wanted.split('/')[0],
  );
  if (wanted !== undefined && shown.length === 0)
    return refused(
      desk,
      `Error: No public port '${wanted.includes('/') ? wanted : `${wanted}/tcp`}' published for ${name}\n`,
    );
  const lines = shown.flatMap(({ address, host, container, protocol }) => {
    const head = wanted === undefined ? `${container}/${protocol} -> ` : '';
    return address === '0.0.0.0' ? [`${head}0.0.0.0:${host}`, `${head}[::]:${host}`] : [`${head}${address}:${host}`];
  });
  return printed(desk, lines.map((line) => `${line}\n`).join(''));
}

export function pruneContainers({ desk, flags }: Call): Outcome {
  const gone = desk.docker.containers.filter(({ state }) => state === 'exited' || state === 'created');
  const next = withDocker(desk, ({ containers }) => ({ containers: containers.filter((one) => !gone.includes(one)) }));
  const warning = flags.on('force')
    ? ''
    : 'WARNING! This will remove all stopped containers.\nAre you sure you want to continue? [y/N] y\n';
  const list = gone.length === 0 ? '' : `Deleted Containers:\n${gone.map(({ id }) => `${id}\n`).join('')}\n`;
  return printed(next, `${warning}${list}Total reclaimed space: ${humanSize(0)}\n`);
}
