import type { Desk } from '../desk/desk.ts';
import type { DockerContainer, DockerImage, DockerNetwork, DockerVolume } from '../desk/docker.ts';
import { imageBy } from '../desk/images.ts';
import { familiar } from '../desk/reference.ts';
import { timestamp } from '../desk/time.ts';
import { fill, isBeyond } from '../tool/template.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { commandOf } from './containers.ts';
import { containerBy } from './engine.ts';
import { wantsOperands } from './refuse.ts';

type Kind = 'container' | 'image' | 'volume' | 'network';

/** `docker inspect` and its like for one kind. @see https://docs.docker.com/reference/cli/docker/inspect/ */
export function inspect(only?: Kind) {
  return ({ desk, operands, path, flags }: Call): Outcome => {
    if (operands.length === 0) return wantsOperands(desk, path, 'NAME|ID [NAME|ID...]', 1, Number.POSITIVE_INFINITY);
    const kind = only ?? flags.text('type');
    const found: object[] = [];
    let stderr = '';
    for (const name of operands) {
      const object = objectOf(desk, name, kind);
      if (object) found.push(object);
      else
        stderr +=
          kind === undefined
            ? `Error: No such object: ${name}\n`
            : `Error response from daemon: No such ${kind}: ${name}\n`;
    }
    const exit = stderr === '' ? 0 : 1;
    const format = flags.text('format');
    if (format === undefined || format === 'json')
      return { desk, stdout: `${JSON.stringify(found, null, 4)}\n`, stderr, exit };
    const texts = found.map((object) => fill(format, object, { strict: true }));
    const wrong = texts.find((text) => typeof text !== 'string');
    if (wrong && typeof wrong !== 'string') {
      const beyond = {
        es: `El laboratorio no modela la plantilla \`${format}\`.`,
        en: `The lab does not model the template \`${format}\`.`,
      };
      return { ...refused(desk, `template parsing error: ${wrong.says}\n`), ...(isBeyond(wrong) && { beyond }) };
    }
    return { ...printed(desk, texts.map((text) => `${text}\n`).join(''), stderr), exit };
  };
}

function objectOf(desk: Desk, name: string, kind: string | undefined): object | undefined {
  const wants = (one: Kind) => kind === undefined || kind === one;
  const container = wants('container') ? containerBy(desk, name) : undefined;
  if (container) return ofContainer(container, desk);
  const image = wants('image') ? imageBy(desk, name) : undefined;
  if (image) return ofImage(image);
  const volume = wants('volume') ? desk.docker.volumes.find((one) => one.name === name) : undefined;
  if (volume) return ofVolume(volume);
  const network = wants('network') ? desk.docker.networks.find((one) => one.name === name) : undefined;
  return network && ofNetwork(network, desk);
}

function ofContainer(one: DockerContainer, desk: Desk): object {
  const command = one.process ?? commandOf(one, desk);
  const image = desk.docker.images.find(({ id }) => id === one.image)?.image;
  const time = (at: number | undefined) => (at === undefined ? '0001-01-01T00:00:00Z' : timestamp(at));
  const ports = Object.fromEntries(
    one.published.map(({ container, protocol, address, host }) => [
      `${container}/${protocol}`,
      [{ HostIp: address, HostPort: String(host) }],
    ]),
  );
  const networks = one.networks.map((name) => [
    name,
    {
      IPAddress: one.ip,
      Gateway: one.ip === '' ? '' : '172.17.0.1',
      IPPrefixLen: one.ip === '' ? 0 : 16,
      Aliases: null,
    },
  ]);
  return {
    Id: one.id,
    Created: timestamp(one.created),
    Path: command[0] ?? '',
    Args: command.slice(1),
    State: {
      Status: one.state,
      Running: one.state === 'running' || one.state === 'paused',
      Paused: one.state === 'paused',
      Restarting: false,
      OOMKilled: false,
      Dead: false,
      Pid: one.state === 'running' ? 4321 : 0,
      ExitCode: one.exit,
      Error: '',
      StartedAt: time(one.started),
      FinishedAt: time(one.finished),
    },
    Image: `sha256:${one.image}`,
    Name: `/${one.name}`,
    RestartCount: 0,
    HostConfig: {
      Binds: one.mounts.filter(({ type }) => type !== 'tmpfs').map(({ source, target }) => `${source}:${target}`),
      NetworkMode: one.networks[0] ?? 'bridge',
      PortBindings: ports,
      RestartPolicy: { Name: one.restart ?? 'no', MaximumRetryCount: 0 },
      AutoRemove: one.removes,
    },
    Mounts: one.mounts.map(({ type, source, target, readOnly }) => ({
      Type: type,
      ...(type === 'volume' && { Name: source }),
      Source: type === 'volume' ? `/var/lib/docker/volumes/${source}/_data` : source,
      Destination: target,
      RW: !readOnly,
    })),
    Config: {
      Hostname: one.id.slice(0, 12),
      User: one.user === '' ? (image?.user ?? '') : one.user,
      ExposedPorts: Object.fromEntries((image?.exposes ?? []).map((port) => [port, {}])),
      Env: Object.entries({ ...image?.env, ...one.env }).map(([name, value]) => `${name}=${value}`),
      Cmd: one.argv.length > 0 ? one.argv : (image?.cmd?.argv ?? null),
      Image: one.reference,
      WorkingDir: one.workdir ?? image?.workdir ?? '',
      Entrypoint: image?.entrypoint?.argv ?? null,
      Labels: { ...image?.labels, ...one.labels },
    },
    NetworkSettings: {
      Ports: one.state === 'running' ? ports : {},
      IPAddress: one.networks.includes('bridge') ? one.ip : '',
      Networks: Object.fromEntries(networks),
    },
  };
}

function ofImage({ id, tags, created, size, image }: DockerImage): object {
  return {
    Id: `sha256:${id}`,
    RepoTags: tags.map(familiar),
    RepoDigests: [],
    Created: timestamp(created),
    Architecture: 'amd64',
    Os: 'linux',
    Size: size * 1_000_000,
    Config: {
      User: image.user,
      ExposedPorts: Object.fromEntries(image.exposes.map((port) => [port, {}])),
      Env: Object.entries(image.env).map(([name, value]) => `${name}=${value}`),
      Entrypoint: image.entrypoint?.argv ?? null,
      Cmd: image.cmd?.argv ?? null,
      Volumes: image.volumes.length === 0 ? null : Object.fromEntries(image.volumes.map((path) => [path, {}])),
      WorkingDir: image.workdir,
      Labels: image.labels,
      ...(image.stopSignal !== '' && { StopSignal: image.stopSignal }),
    },
    RootFS: {
      Type: 'layers',
      Layers: image.layers.map((_, index) => `sha256:${id.slice(index)}${id.slice(0, index)}`),
    },
  };
}

function ofVolume({ name, created }: DockerVolume): object {
  return {
    CreatedAt: timestamp(created),
    Driver: 'local',
    Labels: null,
    Mountpoint: `/var/lib/docker/volumes/${name}/_data`,
    Name: name,
    Options: null,
    Scope: 'local',
  };
}

function ofNetwork({ name, id, driver, created }: DockerNetwork, { docker }: Desk): object {
  const members = docker.containers.filter(({ state, networks }) => state === 'running' && networks.includes(name));
  return {
    Name: name,
    Id: id,
    Created: timestamp(created),
    Scope: 'local',
    Driver: driver,
    Containers: Object.fromEntries(members.map((one) => [one.id, { Name: one.name, IPv4Address: `${one.ip}/16` }])),
  };
}
