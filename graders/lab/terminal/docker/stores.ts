import { emptyFiles } from '../../machine/index.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { dockerLayout, formatted, pruneContainers } from './containers.ts';
import { containerBy, newId, replaceContainer, short, withDocker } from './engine.ts';
import { pruneImages } from './images.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';

export function listVolumes({ desk, flags }: Call): Outcome {
  const rows = desk.docker.volumes.map(({ name }) => ({ Driver: 'local', Name: name }));
  if (flags.on('quiet')) return printed(desk, rows.map(({ Name }) => `${Name}\n`).join(''));
  const format = flags.text('format');
  if (format !== undefined) return formatted(desk, rows, format);
  return printed(
    desk,
    columns([['DRIVER', 'VOLUME NAME'], ...rows.map(({ Driver, Name }) => [Driver, Name])], dockerLayout),
  );
}

export function createVolume({ desk, operands }: Call): Outcome {
  const { id, desk: numbered } = newId(desk, 'volume');
  const [name = id] = operands;
  const known = desk.docker.volumes.some((one) => one.name === name);
  const next = withDocker(numbered, ({ volumes }) => ({
    volumes: known
      ? volumes
      : [...volumes, { name, created: desk.clock, files: emptyFiles, anonymous: operands.length === 0 }],
  }));
  return printed(next, `${name}\n`);
}

/** `docker volume prune`: those without a name that no container has; with `--all`, those with a name too. */
export function pruneVolumes({ desk, flags }: Call): Outcome {
  const gone = desk.docker.volumes.filter(
    ({ name, anonymous }) =>
      (anonymous || flags.on('all')) &&
      !desk.docker.containers.some(({ mounts }) => mounts.some(({ source }) => source === name)),
  );
  const what = flags.on('all') ? 'all local volumes' : 'anonymous local volumes';
  const warning = flags.on('force')
    ? ''
    : `WARNING! This will remove ${what} not used by at least one container.\nAre you sure you want to continue? [y/N] y\n`;
  const list = gone.length === 0 ? '' : `Deleted Volumes:\n${gone.map(({ name }) => `${name}\n`).join('')}\n`;
  const next = withDocker(desk, ({ volumes }) => ({ volumes: volumes.filter((one) => !gone.includes(one)) }));
  return printed(next, `${warning}${list}Total reclaimed space: 0B\n`);
}

/** `docker network prune`: those the learner made and no container is in. */
export function pruneNetworks({ desk, flags }: Call): Outcome {
  const gone = desk.docker.networks.filter(
    ({ name }) =>
      !/^(?:bridge|host|none)$/.test(name) && !desk.docker.containers.some(({ networks }) => networks.includes(name)),
  );
  const warning = flags.on('force')
    ? ''
    : 'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue? [y/N] y\n';
  const list = gone.length === 0 ? '' : `Deleted Networks:\n${gone.map(({ name }) => `${name}\n`).join('')}\n`;
  return printed(
    withDocker(desk, ({ networks }) => ({ networks: networks.filter((one) => !gone.includes(one)) })),
    `${warning}${list}`,
  );
}

export function removeVolumes({ desk: before, operands, path }: Call): Outcome {
  if (operands.length === 0) return wantsOperands(before, path, 'VOLUME [VOLUME...]', 1, Number.POSITIVE_INFINITY);
  let desk = before;
  let [stdout, stderr] = ['', ''];
  for (const name of operands) {
    const user = desk.docker.containers.find(({ mounts }) =>
      mounts.some((one) => one.type === 'volume' && one.source === name),
    );
    if (!desk.docker.volumes.some((one) => one.name === name)) stderr += fromDaemon(`get ${name}: no such volume`);
    else if (user) stderr += fromDaemon(`remove ${name}: volume is in use - [${user.id}]`);
    else {
      desk = withDocker(desk, ({ volumes }) => ({ volumes: volumes.filter((one) => one.name !== name) }));
      stdout += `${name}\n`;
    }
  }
  return { desk, stdout, stderr, exit: stderr === '' ? 0 : 1 };
}

export function listNetworks({ desk, flags }: Call): Outcome {
  const rows = desk.docker.networks.map(({ id, name, driver }) => ({
    ID: short(id.padEnd(12, '0')),
    Name: name,
    Driver: driver,
    Scope: 'local',
  }));
  if (flags.on('quiet')) return printed(desk, rows.map(({ ID }) => `${ID}\n`).join(''));
  const format = flags.text('format');
  if (format !== undefined) return formatted(desk, rows, format);
  return printed(
    desk,
    columns(
      [
        ['NETWORK ID', 'NAME', 'DRIVER', 'SCOPE'],
        ...rows.map(({ ID, Name, Driver, Scope }) => [ID, Name, Driver, Scope]),
      ],
      dockerLayout,
    ),
  );
}

export function createNetwork({ desk, operands, path }: Call): Outcome {
  const [name = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'NETWORK', 1);
  if (desk.docker.networks.some((one) => one.name === name))
    return refused(desk, fromDaemon(`network with name ${name} already exists`));
  const { id, desk: numbered } = newId(desk, `network/${name}`);
  return printed(
    withDocker(numbered, ({ networks }) => ({
      networks: [...networks, { name, id, driver: 'bridge', created: desk.clock }],
    })),
    `${id}\n`,
  );
}

export function removeNetworks({ desk: before, operands, path }: Call): Outcome {
  if (operands.length === 0) return wantsOperands(before, path, 'NETWORK [NETWORK...]', 1, Number.POSITIVE_INFINITY);
  let desk = before;
  let [stdout, stderr] = ['', ''];
  for (const name of operands) {
    const network = desk.docker.networks.find((one) => one.name === name);
    const used = desk.docker.containers.some(({ networks, state }) => networks.includes(name) && state === 'running');
    if (!network) stderr += fromDaemon(`network ${name} not found`);
    else if (/^(?:bridge|host|none)$/.test(name))
      stderr += fromDaemon(`${name} is a pre-defined network and cannot be removed`);
    else if (used) stderr += fromDaemon(`error while removing network: network ${name} has active endpoints`);
    else {
      desk = withDocker(desk, ({ networks }) => ({ networks: networks.filter((one) => one !== network) }));
      stdout += `${name}\n`;
    }
  }
  return { desk, stdout, stderr, exit: stderr === '' ? 0 : 1 };
}

export function connectNetwork(joins: boolean) {
  return ({ desk, operands, path }: Call): Outcome => {
    const [network = '', name = ''] = operands;
    if (operands.length !== 2) return wantsOperands(desk, path, 'NETWORK CONTAINER', 2);
    if (!desk.docker.networks.some((one) => one.name === network))
      return refused(desk, fromDaemon(`network ${network} not found`));
    const one = containerBy(desk, name);
    if (!one) return refused(desk, fromDaemon(`No such container: ${name}`));
    const others = one.networks.filter((known) => known !== network);
    return printed(replaceContainer(desk, { ...one, networks: joins ? [...others, network] : others }));
  };
}

export function pruneSystem(call: Call): Outcome {
  const containers = pruneContainers(call);
  const images = pruneImages({ ...call, desk: containers.desk });
  const warning = call.flags.on('force')
    ? ''
    : 'WARNING! This will remove:\n  - all stopped containers\n  - all networks not used by at least one container\n  - all dangling images\n  - unused build cache\n\nAre you sure you want to continue? [y/N] y\n';
  return printed(
    withDocker(images.desk, () => ({ cache: [] })),
    `${warning}Total reclaimed space: 0B\n`,
  );
}
