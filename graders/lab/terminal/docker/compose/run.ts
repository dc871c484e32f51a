import { own } from '../../../../core/own.ts';
import { sha256 } from '../../../../core/sha256.ts';
import type { Text } from '../../../../core/text.ts';
import type { Desk } from '../../desk/desk.ts';
import type { DockerContainer } from '../../desk/docker.ts';
import { imageBy } from '../../desk/images.ts';
import { callTool } from '../../tool/call.ts';
import { columns } from '../../tool/columns.ts';
import { beyond, type Call, type Outcome, printed, refused, type Tool } from '../../tool/tool.ts';
import { commandOf, dockerLayout, portsOf, statusOf } from '../containers.ts';
import { withDocker } from '../engine.ts';
import { humanDuration } from '../units.ts';
import { type Event, progress } from './progress.ts';
import { type Project, readProject, type Service } from './project.ts';

type Run = (call: Call, project: Project) => Outcome;

/** A command over a project, where its file can be read. */
export const withProject =
  (run: Run) =>
  (call: Call): Outcome => {
    const project = readProject(call);
    if ('problem' in project) return refused(call.desk, `${project.problem}\n`);
    if ('beyond' in project) return notFollowed(call, project.beyond);
    const missing = call.operands.find((name) => !project.services.some((one) => one.name === name));
    if (missing !== undefined && !call.path.includes('exec'))
      return refused(call.desk, `no such service: ${missing}\n`);
    const told = project.warnings.map((text) => `WARN[0000] ${text} \n`).join('');
    const done = run(call, project);
    return { ...done, stderr: told + done.stderr };
  };

function notFollowed(call: Call, what: string): Outcome {
  return beyond(call, {
    es: `El laboratorio no modela \`${what}\` de un fichero de Compose: no se ha hecho nada.`,
    en: `The lab does not model \`${what}\` of a Compose file: nothing was done.`,
  });
}

const projectLabel = 'com.docker.compose.project';
const serviceLabel = 'com.docker.compose.service';
const hashLabel = 'com.docker.compose.config-hash';

const isOf =
  ({ name }: Project) =>
  ({ labels }: DockerContainer): boolean =>
    own(labels, projectLabel) === name;
const serviceIn = ({ labels }: DockerContainer): string => own(labels, serviceLabel) ?? '';

/** The services that a call names, with those they depend on; all of them where it names none. */
function chosen({ services }: Project, names: readonly string[]): readonly Service[] {
  if (names.length === 0) return services;
  const wanted = new Set<string>();
  const add = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const before of services.find((one) => one.name === name)?.after ?? []) add(before);
  };
  for (const name of names) add(name);
  return services.filter(({ name }) => wanted.has(name));
}

/** The commands of `docker` that a command of Compose comes down to, one after the other on one desk. */
class Typist {
  desk: Desk;
  stderr = '';

  constructor(
    private readonly docker: Tool,
    private readonly call: Call,
    private readonly cwd: string,
  ) {
    this.desk = call.desk;
  }

  type(...argv: readonly string[]): Outcome {
    const { env, lang } = this.call;
    const around = { desk: this.desk, stdin: '', cwd: this.cwd, env, tty: false, lang };
    const done = callTool(this.docker, ['docker', ...argv], around);
    this.desk = { ...done.desk, clock: done.desk.clock + (done.seconds ?? 0) };
    return done;
  }
}

/** `docker compose up`. */
export const up = (docker: Tool) =>
  withProject((call, project) => {
    const typist = new Typist(docker, call, project.directory);
    const services = chosen(project, call.operands);
    const built = buildAll(
      typist,
      services,
      (service) => call.flags.on('build') || !imageBy(typist.desk, service.image),
    );
    if (built !== undefined) return failed(typist, built);
    const events: Event[] = [];
    const lost = [...project.networks, ...project.volumes].find(
      (one) => one.external && !isThere(typist.desk, one.name),
    );
    if (lost) {
      const kind = project.networks.includes(lost) ? 'network' : 'external volume';
      const text =
        kind === 'network'
          ? `network ${lost.name} declared as external, but could not be found\n`
          : `external volume ${JSON.stringify(lost.name)} not found\n`;
      return failed(typist, text);
    }
    for (const { name } of project.networks.filter((one) => !isThere(typist.desk, one.name))) {
      typist.type('network', 'create', name);
      events.push({ id: `Network ${name}`, status: 'Created', seconds: 0.1 });
    }
    for (const { name } of project.volumes.filter((one) => !isThere(typist.desk, one.name))) {
      typist.type('volume', 'create', name);
      events.push({ id: `Volume ${JSON.stringify(name)}`, status: 'Created', seconds: 0 });
    }
    for (const service of services) {
      const { event, problem } = started(typist, service, project, call.flags.on('force-recreate'));
      events.push(event);
      if (problem !== undefined) return failed(typist, progress('Running', events) + problem);
    }
    const stderr = typist.stderr + progress('Running', events);
    const outcome = { desk: typist.desk, stdout: '', stderr, exit: 0, seconds: 0, effort: 5 * services.length };
    if (call.flags.on('detach') || call.flags.on('wait')) return outcome;
    const shown = typist.desk.docker.containers.filter(isOf(project));
    const names = shown.map((one) => shortName(one, project)).join(', ');
    return { ...outcome, stdout: `Attaching to ${names}\n${logText(shown, project)}`, stays: { kind: 'watch' } };
  });

const failed = (typist: Typist, text: string): Outcome => ({
  ...refused(typist.desk, typist.stderr + text),
  effort: 20,
});

const isThere = ({ docker }: Desk, wanted: string): boolean =>
  [...docker.networks, ...docker.volumes].some(({ name }) => name === wanted);

/** Builds the images of services. @returns what it says where one cannot be built */
function buildAll(
  typist: Typist,
  services: readonly Service[],
  isWanted: (service: Service) => boolean,
): string | undefined {
  const events: Event[] = [];
  for (const service of services) {
    const { build, image, name } = service;
    if (!build || !isWanted(service)) continue;
    const done = typist.type('build', '-t', image, ...build.options, build.context);
    typist.stderr += done.stderr;
    if (done.exit !== 0) return '';
    events.push({ id: name, status: 'Built', seconds: 0 });
  }
  typist.stderr += progress('Building', events);
  return undefined;
}

/** `docker compose build`. */
export const build = (docker: Tool) =>
  withProject((call, project) => {
    const typist = new Typist(docker, call, project.directory);
    const wanted = project.services.filter(({ name }) => call.operands.length === 0 || call.operands.includes(name));
    const problem = buildAll(typist, wanted, () => true);
    if (problem !== undefined) return failed(typist, problem);
    return { desk: typist.desk, stdout: '', stderr: typist.stderr, exit: 0, seconds: 0, effort: 15 * wanted.length };
  });

interface Started {
  readonly event: Event;
  readonly problem?: string;
}

function started(typist: Typist, service: Service, project: Project, force: boolean): Started {
  const name = service.containerName ?? `${project.name}-${service.name}-1`;
  const id = `Container ${name}`;
  const hash = sha256(JSON.stringify(service));
  const old = typist.desk.docker.containers.find((one) => isOf(project)(one) && serviceIn(one) === service.name);
  const isSame = old && !force && own(old.labels, hashLabel) === hash && isCurrent(typist.desk, old, service);
  if (old && isSame && old.state === 'running') return { event: { id, status: 'Running', seconds: 0 } };
  if (old && isSame) return told(id, 'Started', typist.type('start', old.name));
  if (old) typist.type('rm', '-f', old.name);
  const [first, ...others] = service.networks;
  const made = typist.type(
    'create',
    '--name',
    name,
    ...(first ? ['--network', first.name, ...first.aliases.flatMap((alias) => ['--network-alias', alias])] : []),
    ...[`${projectLabel}=${project.name}`, `${serviceLabel}=${service.name}`, `${hashLabel}=${hash}`].flatMap((one) => [
      '-l',
      one,
    ]),
    ...service.options,
    service.image,
    ...service.command,
  );
  if (made.exit !== 0) return told(id, 'Created', made);
  for (const network of others) typist.type('network', 'connect', network.name, name);
  return told(id, 'Started', typist.type('start', name));
}

const told = (id: string, status: string, done: Outcome): Started =>
  done.exit === 0
    ? { event: { id, status, seconds: 0.3 } }
    : { event: { id, status: 'Error', seconds: 0, failed: true }, problem: plain(done.stderr) };

/** What the daemon said, without what `docker` puts around it. */
const plain = (stderr: string): string =>
  stderr
    .replace(/^Unable to find image[^\n]*\n/, '')
    .replace(/^docker: /, '')
    .replace(/\n\nRun 'docker[^\n]*\n$/, '\n')
    .replace(/Error: failed to start containers:[^\n]*\n$/, '');

/** Whether a container was made from the image that its service names today. */
const isCurrent = (desk: Desk, { image }: DockerContainer, service: Service): boolean =>
  imageBy(desk, service.image)?.id === image;

/** `docker compose down`. */
export const down = (docker: Tool) =>
  withProject((call, project) => {
    const typist = new Typist(docker, call, project.directory);
    const events: Event[] = [];
    for (const { name, state } of call.desk.docker.containers.filter(isOf(project))) {
      const before = typist.desk.clock;
      if (state === 'running') typist.type('stop', name);
      typist.type('rm', name);
      events.push({ id: `Container ${name}`, status: 'Removed', seconds: typist.desk.clock - before });
    }
    const volumes = call.flags.on('volumes') ? project.volumes.filter(({ external }) => !external) : [];
    for (const { name } of volumes.filter((one) => isThere(typist.desk, one.name))) {
      typist.type('volume', 'rm', name);
      events.push({ id: `Volume ${name}`, status: 'Removed', seconds: 0 });
    }
    const networks = project.networks.filter(({ external, name }) => !external && isThere(typist.desk, name));
    for (const { name } of networks) {
      typist.desk = withDocker(typist.desk, (known) => ({
        networks: known.networks.filter((one) => one.name !== name),
      }));
      events.push({ id: `Network ${name}`, status: 'Removed', seconds: 0.1 });
    }
    const nothing = `WARN[0000] Warning: No resource found to remove for project ${JSON.stringify(project.name)}. \n`;
    const stderr = events.length === 0 ? nothing : progress('Running', events);
    return { desk: typist.desk, stdout: '', stderr, exit: 0, seconds: 0 };
  });

/** `docker compose ps`. @see https://github.com/docker/compose/blob/v2.40.3/cmd/formatter/container.go */
export const ps = withProject(({ desk, flags, operands }, project) => {
  const shown = desk.docker.containers
    .filter(isOf(project))
    .filter((one) => flags.on('all') || one.state === 'running' || one.state === 'paused')
    .filter((one) => operands.length === 0 || operands.includes(serviceIn(one)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (flags.on('quiet')) return printed(desk, shown.map(({ id }) => `${id}\n`).join(''));
  if (flags.on('services')) return printed(desk, [...new Set(shown.map(serviceIn))].map((one) => `${one}\n`).join(''));
  const rows = shown.map((one) => {
    const command = (one.process ?? commandOf(one, desk)).join(' ');
    return [
      one.name,
      one.reference,
      JSON.stringify(command.length <= 20 ? command : `${command.slice(0, 19)}…`),
      serviceIn(one),
      `${humanDuration(desk.clock - one.created)} ago`,
      statusOf(one, desk),
      portsOf(one),
    ];
  });
  const head = ['NAME', 'IMAGE', 'COMMAND', 'SERVICE', 'CREATED', 'STATUS', 'PORTS'];
  return printed(desk, columns([head, ...rows], dockerLayout));
});

/** `docker compose logs`. @see https://github.com/docker/compose/blob/v2.40.3/cmd/formatter/logs.go */
export const logs = withProject(({ desk, flags, operands }, project) => {
  const shown = desk.docker.containers
    .filter(isOf(project))
    .filter((one) => operands.length === 0 || operands.includes(serviceIn(one)));
  const tail = flags.text('tail');
  const most = tail === undefined || tail === 'all' ? Number.POSITIVE_INFINITY : Number(tail);
  const outcome: Outcome = {
    ...printed(desk, logText(shown, project, most, flags.on('no-log-prefix'))),
    ...(shown.some(({ assumed }) => assumed) && { notes: [unheard], beyond: unheard }),
  };
  return flags.on('follow') ? { ...outcome, stays: { kind: 'watch' } } : outcome;
});

const unheard: Text = {
  es: 'De los programas que el laboratorio no ejecuta no se sabe lo que escriben.',
  en: 'Of the programs that the lab does not run nobody knows what they write.',
};

/** The name of a container without that of its project. */
const shortName = ({ name }: DockerContainer, project: Project): string =>
  name.startsWith(`${project.name}-`) ? name.slice(project.name.length + 1) : name;

function logText(
  shown: readonly DockerContainer[],
  project: Project,
  most = Number.POSITIVE_INFINITY,
  isBare = false,
): string {
  const widest = Math.max(0, ...shown.map((one) => shortName(one, project).length)) + 1;
  const lines = shown.flatMap((one) => {
    const prefix = isBare ? '' : `${shortName(one, project).padEnd(widest)} | `;
    const kept = Number.isFinite(most) ? one.log.slice(Math.max(0, one.log.length - most)) : one.log;
    return kept.map(({ at, text }) => ({ at, text: `${prefix}${text}\n` }));
  });
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .join('');
}

const done: Readonly<Record<'stop' | 'start' | 'restart', string>> = {
  stop: 'Stopped',
  start: 'Started',
  restart: 'Started',
};

/** `docker compose stop`, `start` and `restart`. */
export const change = (docker: Tool, what: 'stop' | 'start' | 'restart') =>
  withProject((call, project) => {
    const typist = new Typist(docker, call, project.directory);
    const events: Event[] = [];
    for (const one of call.desk.docker.containers.filter(isOf(project))) {
      const isNamed = call.operands.length === 0 || call.operands.includes(serviceIn(one));
      const isDone = what === 'stop' ? one.state !== 'running' : what === 'start' && one.state === 'running';
      if (!isNamed || isDone) continue;
      const before = typist.desk.clock;
      const result = typist.type(what, one.name);
      if (result.exit !== 0) return failed(typist, progress('Running', events) + plain(result.stderr));
      events.push({ id: `Container ${one.name}`, status: done[what], seconds: typist.desk.clock - before });
    }
    const title = what === 'stop' ? 'Stopping' : what === 'restart' ? 'Restarting' : 'Running';
    return { desk: typist.desk, stdout: '', stderr: progress(title, events), exit: 0, seconds: 0 };
  });

/** `docker compose exec`. */
export const exec = (docker: Tool) =>
  withProject((call, project) => {
    const [service = '', ...words] = call.operands;
    const one = call.desk.docker.containers.find(
      (known) => isOf(project)(known) && serviceIn(known) === service && known.state === 'running',
    );
    if (!one) return refused(call.desk, `service ${JSON.stringify(service)} is not running\n`);
    const { desk, env, lang, stdin, cwd, tty, flags } = call;
    const options = [
      // Unlike `docker exec`, Compose keeps the input open and asks for a terminal unless it is told not to.
      ...(flags.on('no-tty') || !tty ? ['-i'] : ['-it']),
      ...flags.all('env').flatMap((value) => ['-e', value]),
      ...(flags.has('user') ? ['-u', flags.text('user') ?? ''] : []),
      ...(flags.has('workdir') ? ['-w', flags.text('workdir') ?? ''] : []),
    ];
    return callTool(docker, ['docker', 'exec', ...options, one.name, ...words], { desk, stdin, cwd, env, tty, lang });
  });
