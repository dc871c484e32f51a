import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lazy } from '../../core/lazy.ts';
import { here } from './place.ts';

/**
 * What the operating system holds a service with: `root` and `user` are Linux namespaces, made with the rights of the
 * administrator or in a user namespace of one's own; `none` is nothing at all.
 */
export type Cage = 'root' | 'user' | 'none';

/**
 * Who a service is when the administrator grades: somebody of its own. The system counts processes by user, so two services
 * that run side by side as the same one would use up each other's. From the numbers that systemd keeps for passing users.
 * @returns a user id
 * @see https://systemd.io/UIDS-GIDS/
 */
export const passingUser = (): string => String(randomInt(61_184, 65_520));

/** The namespaces around driver and service: a network that has only its own loopback, and processes that see no others. */
const outside = ['--net', '--mount', '--pid', '--ipc', '--uts', '--mount-proc', '--fork', '--kill-child=KILL'];
/** The namespaces around the service alone: files and processes. The driver is out of its reach, on the same loopback. */
export const inside = ['--mount', '--pid', '--ipc', '--fork', '--kill-child=KILL'];

/** A loopback interface is down at first. Whatever program the machine has raises it. */
const loopbackUp = [
  'ip link set lo up 2>/dev/null',
  'ifconfig lo up 2>/dev/null',
  `perl -e 'socket(S, 2, 2, 0) and ioctl(S, 0x8914, pack("a16 s x22", "lo", 0x41)) or exit 1' 2>/dev/null`,
  `python3 -c 'import fcntl, socket, struct; fcntl.ioctl(socket.socket(2, 2), 0x8914, struct.pack("16sh22x", b"lo", 0x41))' 2>/dev/null`,
].join(' || ');

/**
 * The command that runs another one in the outer namespaces. It ends with the process that starts it, and everything in
 * the namespaces ends with it.
 */
export function caged(cage: Exclude<Cage, 'none'>, command: readonly string[]): readonly string[] {
  const user = cage === 'user' ? ['--user', '--map-root-user'] : [];
  const script = `(${loopbackUp}) && exec "$@"`;
  return ['setpriv', '--pdeathsig=KILL', 'unshare', ...user, ...outside, 'sh', '-c', script, 'sh', ...command];
}

/** The best cage of this machine, found by building one and starting nothing in it; asked once. */
export const cageHere: () => Cage = lazy(() => {
  if (process.platform !== 'linux') return 'none';
  const kinds = process.getuid?.() === 0 ? (['root', 'user'] as const) : (['user'] as const);
  return kinds.find(holds) ?? 'none';
});

function holds(cage: 'root' | 'user'): boolean {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'timonel-servicio-')));
  try {
    for (const name of ['root', 'files']) mkdirSync(join(folder, name));
    copyFileSync(join(here(), 'cage.sh'), join(folder, 'cage.sh'));
    const [program = '', ...args] = caged(cage, [
      ...['unshare', ...inside, 'sh', join(folder, 'cage.sh'), join(folder, 'root'), join(folder, 'files')],
      ...[cage === 'root' ? passingUser() : '', '', '--', '/bin/true'],
    ]);
    return spawnSync(program, args, { stdio: 'ignore', timeout: 5_000 }).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
