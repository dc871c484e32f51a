import type { DockerContainer } from '../desk/docker.ts';
import { dateAt } from '../desk/time.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { dockerLayout } from './containers.ts';
import { containerBy, short } from './engine.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';

/** `docker top`: the first process, the only one that is known. */
export function top({ desk, operands, path }: Call): Outcome {
  const [name = ''] = operands;
  if (operands.length === 0) return wantsOperands(desk, path, 'CONTAINER [ps OPTIONS]', 1, Number.POSITIVE_INFINITY);
  const one = containerBy(desk, name);
  if (!one) return refused(desk, fromDaemon(`No such container: ${name}`));
  if (one.state !== 'running' && one.state !== 'paused')
    return refused(desk, fromDaemon(`container ${one.id} is not running`));
  const pid = 1000 + desk.docker.containers.indexOf(one) * 40;
  const started = dateAt(one.started ?? desk.clock)
    .toISOString()
    .slice(11, 16);
  const rows = [
    ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
    [
      one.uid === 0 ? 'root' : String(one.uid ?? '?'),
      String(pid),
      String(pid - 22),
      '0',
      started,
      '?',
      '00:00:00',
      (one.process ?? []).join(' '),
    ],
  ];
  return printed(desk, columns(rows, { padding: 10, least: 20 }));
}

/** `docker stats`: whom there is; how much each uses is not known. */
export function stats({ desk, operands, flags }: Call): Outcome {
  const asked = operands.map((name) => [name, containerBy(desk, name)] as const);
  const missing = asked.find(([, one]) => !one);
  if (missing) return refused(desk, fromDaemon(`No such container: ${missing[0]}`));
  const chosen =
    operands.length > 0
      ? asked.flatMap(([, one]) => (one ? [one] : []))
      : desk.docker.containers.filter(({ state }) => flags.on('all') || state === 'running');
  const row = (one: DockerContainer) => [short(one.id), one.name, '--', '-- / --', '--', '--', '--', '--'];
  const head = ['CONTAINER ID', 'NAME', 'CPU %', 'MEM USAGE / LIMIT', 'MEM %', 'NET I/O', 'BLOCK I/O', 'PIDS'];
  const shown = printed(desk, columns([head, ...chosen.map(row)], dockerLayout));
  const notes = [
    {
      es: 'El laboratorio no sabe cuánta CPU ni cuánta memoria usa un contenedor.',
      en: 'The lab does not know how much CPU or memory a container uses.',
    },
  ];
  return flags.on('no-stream') ? { ...shown, notes, seconds: 2 } : { ...shown, notes, stays: { kind: 'watch' } };
}

/** `docker attach`: from now on, with what the process writes, which nobody here knows. */
export function attach({ desk, operands, path }: Call): Outcome {
  const [name = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'CONTAINER', 1);
  const one = containerBy(desk, name);
  if (!one) return refused(desk, fromDaemon(`No such container: ${name}`));
  if (one.state === 'paused') return refused(desk, 'cannot attach to a paused container, unpause it first\n');
  if (one.state !== 'running') return refused(desk, 'cannot attach to a stopped container, start it first\n');
  return { ...printed(desk), stays: { kind: 'watch' } };
}

/** `docker logout`. */
export function logout({ desk, operands }: Call): Outcome {
  const [server = 'https://index.docker.io/v1/'] = operands;
  return printed(desk, `Removing login credentials for ${server}\n`);
}
