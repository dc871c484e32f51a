import { own } from '../../../../core/own.ts';
import { parseYaml } from '../../../../parse/yaml/yaml.ts';
import { resolvePath } from '../../../machine/index.ts';
import { fileAt } from '../../desk/open.ts';
import type { Call } from '../../tool/tool.ts';
import { buildFields, notFollowed, serviceFields, topFields } from './fields.ts';
import { interpolate } from './interpolate.ts';
import { isRecord, listAt, pairsOf, type Raw, textAt, textOf, textsAt, WrongType, wordsOf } from './raw.ts';

/** A service of a Compose file, as far as the lab follows it. */
export interface Service {
  readonly name: string;
  readonly image: string;
  readonly build: { readonly context: string; readonly options: readonly string[] } | undefined;
  readonly containerName: string | undefined;
  /** Words for `docker run`, in front of the image. */
  readonly options: readonly string[];
  /** Networks of the project, the first one first, each with the names by which the others find the service there. */
  readonly networks: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly command: readonly string[];
  readonly after: readonly string[];
}

/** The project of a file: what it is called and what belongs to it. */
export interface Project {
  readonly name: string;
  readonly directory: string;
  readonly services: readonly Service[];
  /** Names in Docker; those that are external are there already, or it is wrong. */
  readonly networks: readonly Named[];
  readonly volumes: readonly Named[];
  /** Sentences that Compose writes beside its work. */
  readonly warnings: readonly string[];
}

interface Named {
  readonly key: string;
  readonly name: string;
  readonly external: boolean;
}

/** Why there is no project: Compose's own words, or what the lab does not follow of the file. */
export type NoProject = { readonly problem: string } | { readonly beyond: string };

class Wrong extends Error {}
class Beyond extends Error {}

const usual = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** Reads the file of a project. @see https://docs.docker.com/reference/compose-file/ */
export function readProject(call: Call): Project | NoProject {
  try {
    return read(call);
  } catch (stop) {
    if (stop instanceof Wrong) return { problem: stop.message };
    if (stop instanceof Beyond) return { beyond: stop.message };
    throw stop;
  }
}

function read(call: Call): Project {
  const { desk, flags, cwd } = call;
  const written = flags.all('file');
  if (written.length > 1) throw new Beyond('--file --file');
  const [given] = written;
  const path =
    given === undefined
      ? usual.map((name) => resolvePath(cwd, name)).find((one) => fileAt(desk, one))
      : resolvePath(cwd, given);
  if (path === undefined) throw new Wrong('no configuration file provided: not found');
  const text = fileAt(desk, path)?.content;
  if (text === undefined) throw new Wrong(`open ${path}: no such file or directory`);
  try {
    return projectIn(call, path, text);
  } catch (stop) {
    throw stop instanceof WrongType ? new Wrong(`validating ${path}: ${stop.message}`) : stop;
  }
}

function projectIn({ desk, flags, env }: Call, path: string, text: string): Project {
  const directory = path.slice(0, path.lastIndexOf('/'));
  const { documents, findings } = parseYaml({ path, text });
  if (findings.length > 0 || documents.length > 1) throw new Wrong(`yaml: ${path} cannot be read`);
  const values = envOf(fileAt(desk, `${directory}/.env`)?.content ?? '');
  const filled = interpolate(documents[0]?.value, (name) => own(env, name) ?? values.get(name));
  if (filled.problem !== undefined) throw new Wrong(filled.problem);
  const raw = filled.value;
  if (!isRecord(raw)) throw new Wrong('empty compose file');
  const wrongKey = Object.keys(raw).find((key) => !topFields.has(key) && !key.startsWith('x-'));
  if (wrongKey !== undefined) throw new Wrong(`validating ${path}:  additional properties '${wrongKey}' not allowed`);
  for (const key of ['include', 'models', 'secrets', 'configs']) if (own(raw, key) !== undefined) throw new Beyond(key);
  const name =
    flags.text('project-name') ?? env.COMPOSE_PROJECT_NAME ?? textOf(raw.name, 'name') ?? projectName(directory);
  const networks = namedIn('networks', raw.networks, name, 'default');
  const volumes = namedIn('volumes', raw.volumes, name);
  const all = isRecord(raw.services) ? Object.entries(raw.services) : [];
  if (all.length === 0) throw new Wrong('no service selected');
  const around = { path, directory, project: name, networks, volumes, desk, env };
  const services = all.flatMap(([key, one]) => serviceOf(key, one, around, flags.list('profile')));
  const used = new Set(services.flatMap((one) => one.networks.map((network) => network.name)));
  return {
    name,
    directory,
    services: inOrder(services),
    networks: networks.filter((network) => used.has(network.name)),
    volumes,
    warnings: [
      ...filled.unset.map((one) => `The ${JSON.stringify(one)} variable is not set. Defaulting to a blank string.`),
      ...(raw.version === undefined
        ? []
        : [
            `${path}: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion`,
          ]),
    ],
  };
}

/** @see https://github.com/compose-spec/compose-go/blob/v2.9.1/loader/loader.go (`NormalizeProjectName`) */
const projectName = (directory: string): string =>
  directory
    .slice(directory.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');

function envOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').flatMap((line) => {
    const [, key, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, value.replace(/^(['"])(.*)\1$/, '$2')] as const];
  });
  return new Map(lines);
}

function namedIn(field: string, value: unknown, project: string, always?: string): readonly Named[] {
  const written = isRecord(value) ? Object.entries(value) : [];
  const all = always === undefined || written.some(([key]) => key === always) ? written : [...written, [always, null]];
  return all.map(([key, one]): Named => {
    const options = isRecord(one) ? one : {};
    const external = options.external === true;
    const name = textOf(options.name, `${field}.${key}.name`) ?? (external ? String(key) : `${project}_${key}`);
    return { key: String(key), name, external };
  });
}

interface Around {
  readonly path: string;
  readonly directory: string;
  readonly project: string;
  readonly networks: readonly Named[];
  readonly volumes: readonly Named[];
  readonly desk: Call['desk'];
  readonly env: Call['env'];
}

function serviceOf(name: string, raw: unknown, around: Around, profiles: readonly string[]): readonly Service[] {
  const { path, directory, project } = around;
  if (!isRecord(raw)) throw new Wrong(`validating ${path}: services.${name} must be a mapping`);
  const unknown = Object.keys(raw).find((key) => !serviceFields.has(key) && !key.startsWith('x-'));
  if (unknown !== undefined)
    throw new Wrong(`validating ${path}: services.${name} additional properties '${unknown}' not allowed`);
  const at = (field: string): string => `services.${name}.${field}`;
  const wanted = textsAt(raw.profiles, at('profiles'));
  if (wanted.length > 0 && !wanted.some((one) => profiles.includes(one))) return [];
  const beyond = Object.keys(raw).find((key) => notFollowed.has(key));
  if (beyond !== undefined) throw new Beyond(`services.${name}.${beyond}`);
  if (isRecord(raw.deploy) && Number(textOf(raw.deploy.replicas, at('deploy.replicas')) ?? 1) !== 1)
    throw new Beyond(`services.${name}.deploy.replicas`);
  if (raw.image === undefined && raw.build === undefined)
    throw new Wrong(
      `service ${JSON.stringify(name)} has neither an image nor a build context specified: invalid compose project`,
    );
  const entrypoint = wordsOf(raw.entrypoint, at('entrypoint'));
  const after = isRecord(raw.depends_on) ? Object.keys(raw.depends_on) : textsAt(raw.depends_on, at('depends_on'));
  return [
    {
      name,
      image: textOf(raw.image, at('image')) ?? `${project}-${name}`,
      build: buildOf(name, raw.build, directory),
      containerName: textOf(raw.container_name, at('container_name')),
      options: [
        ...listAt(raw.ports, at('ports')).flatMap((port, index) => ['-p', portOf(port, at(`ports.${index}`))]),
        ...envFilesOf(raw.env_file, at('env_file')).flatMap(([file, where]) => envFile(file, where, around)),
        ...pairsOf(raw.environment, at('environment')).flatMap((one) => ['-e', one]),
        ...pairsOf(raw.labels, at('labels')).flatMap((one) => ['-l', one]),
        ...listAt(raw.volumes, at('volumes')).flatMap((volume, index) =>
          volumeOf(name, volume, at(`volumes.${index}`), around),
        ),
        ...flag('--user', textOf(raw.user, at('user'))),
        ...flag('--workdir', textOf(raw.working_dir, at('working_dir'))),
        ...flag('--restart', textOf(raw.restart, at('restart'))),
        ...flag('--hostname', textOf(raw.hostname, at('hostname'))),
        ...(raw.read_only === true ? ['--read-only'] : []),
        ...(entrypoint ? ['--entrypoint', entrypoint[0] ?? ''] : []),
      ],
      networks: networksOf(name, raw.networks, around),
      command: [...(entrypoint?.slice(1) ?? []), ...(wordsOf(raw.command, at('command')) ?? [])],
      after,
    },
  ];
}

const flag = (name: string, value: string | undefined): readonly string[] => (value === undefined ? [] : [name, value]);

function buildOf(service: string, value: unknown, directory: string): Service['build'] {
  if (value === undefined || value === null) return undefined;
  const raw: Raw = isRecord(value) ? value : { context: value };
  const beyond = Object.keys(raw).find((key) => !buildFields.has(key));
  if (beyond !== undefined) throw new Beyond(`services.${service}.build.${beyond}`);
  const at = (field: string): string => `services.${service}.build.${field}`;
  const context = resolvePath(directory, textOf(raw.context, at('context')) ?? '.');
  return {
    context,
    options: [
      ...(raw.dockerfile === undefined ? [] : ['-f', resolvePath(context, textAt(raw.dockerfile, at('dockerfile')))]),
      ...pairsOf(raw.args, at('args')).flatMap((one) => ['--build-arg', one]),
      ...(raw.target === undefined ? [] : ['--target', textAt(raw.target, at('target'))]),
    ],
  };
}

function portOf(value: unknown, at: string): string {
  if (!isRecord(value)) return textAt(value, at);
  const { target, published = '', host_ip: address, protocol = 'tcp' } = value;
  const said = (field: string, one: unknown): string => textAt(one, `${at}.${field}`);
  const host = address === undefined ? '' : `${said('host_ip', address)}:`;
  return `${host}${said('published', published)}:${said('target', target)}/${said('protocol', protocol)}`;
}

/** The only one, or each of a list, with its path. */
const envFilesOf = (value: unknown, at: string): readonly (readonly [file: unknown, at: string])[] =>
  typeof value === 'string' ? [[value, at]] : listAt(value, at).map((file, index) => [file, `${at}.${index}`]);

function envFile(value: unknown, at: string, { directory, desk }: Around): readonly string[] {
  const written = isRecord(value) ? textAt(value.path, `${at}.path`) : textAt(value, at);
  const path = resolvePath(directory, written);
  const content = fileAt(desk, path)?.content;
  if (content === undefined && !(isRecord(value) && value.required === false))
    throw new Wrong(`env file ${path} not found: stat ${path}: no such file or directory`);
  return [...envOf(content ?? '')].flatMap(([key, one]) => ['-e', `${key}=${one}`]);
}

function volumeOf(service: string, value: unknown, at: string, { directory, volumes }: Around): readonly string[] {
  const long = isRecord(value);
  if (long && value.type !== 'bind' && value.type !== 'volume') return [];
  const [source = '', target, mode] = long
    ? [
        textOf(value.source, `${at}.source`) ?? '',
        textAt(value.target, `${at}.target`),
        value.read_only === true ? 'ro' : undefined,
      ]
    : textAt(value, at).split(':');
  if (target === undefined) return ['-v', source];
  const end = `:${target}${mode === undefined ? '' : `:${mode}`}`;
  if (/^[./~]/.test(source) || (long && value.type === 'bind')) return ['-v', resolvePath(directory, source) + end];
  const volume = volumes.find(({ key }) => key === source);
  if (!volume)
    throw new Wrong(`service ${JSON.stringify(service)} refers to undefined volume ${source}: invalid compose project`);
  return ['-v', volume.name + end];
}

function networksOf(service: string, value: unknown, { networks }: Around): Service['networks'] {
  const at = `services.${service}.networks`;
  const written = isRecord(value) ? Object.entries(value) : textsAt(value, at).map((one) => [one, null] as const);
  const asked = written.length === 0 ? [['default', null] as const] : written;
  return asked.map(([key, one]) => {
    const network = networks.find((known) => known.key === key);
    if (!network)
      throw new Wrong(`service ${JSON.stringify(service)} refers to undefined network ${key}: invalid compose project`);
    const aliases = textsAt(isRecord(one) ? one.aliases : undefined, `${at}.${key}.aliases`);
    return { name: network.name, aliases: [service, ...aliases] };
  });
}

/** Those that others depend on first. @throws Wrong where one is not there, or where they wait for each other */
function inOrder(services: readonly Service[]): readonly Service[] {
  const done: Service[] = [];
  const visit = (service: Service, above: readonly string[]): void => {
    if (done.includes(service)) return;
    const path = [...above, service.name];
    if (above.includes(service.name))
      throw new Wrong(`dependency cycle detected: ${path.slice(path.indexOf(service.name)).join(' -> ')}`);
    for (const name of service.after) {
      const before = services.find((one) => one.name === name);
      if (!before)
        throw new Wrong(
          `service ${JSON.stringify(service.name)} depends on undefined service ${JSON.stringify(name)}: invalid compose project`,
        );
      visit(before, path);
    }
    done.push(service);
  };
  for (const service of services) visit(service, []);
  return done;
}
