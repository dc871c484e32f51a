import { find, write } from '../files/files.ts';
import { addGroup, addUser, nameOf } from '../files/users.ts';
import { done, failed, type Machine, type Program, type Ran } from '../machine.ts';
import { isKnown } from '../unknown.ts';
import { operands, valueAfter } from './operands.ts';

const valued =
  `-u --uid -g --gid -G --groups --ingroup -h -d --home --home-dir -s --shell -c --comment --gecos -k -b -e -f -p
  -K`.split(/\s+/);

/** Somebody is changed, in a way that is not followed. */
const changesSomebody: Program = (machine) => done({ ...machine, users: { ...machine.users, more: true } });

/** Programs that add people to `/etc/passwd` and `/etc/group`, and take them away. */
export const accounts: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['useradd', (machine, [, ...args]) => user(machine, args, 'useradd')],
  ['adduser', (machine, [, ...args]) => user(machine, args, 'adduser')],
  ['groupadd', (machine, [, ...args]) => group(machine, args, 'groupadd')],
  ['addgroup', (machine, [, ...args]) => group(machine, args, 'addgroup')],
  ['usermod', changesSomebody],
  ['groupmod', changesSomebody],
  ['userdel', (machine, [, ...args]) => removed(machine, operands(args), 'uids')],
  ['deluser', (machine, [, ...args]) => removed(machine, operands(args), 'uids')],
  ['groupdel', (machine, [, ...args]) => removed(machine, operands(args), 'gids')],
  ['delgroup', (machine, [, ...args]) => removed(machine, operands(args), 'gids')],
  ['passwd', (machine) => done(machine)],
  ['chpasswd', (machine) => done(machine)],
  ['chsh', (machine) => done(machine)],
  ['gpasswd', (machine) => done(machine)],
]);

/**
 * `useradd` of shadow and the two `adduser`. A name or a number that somebody has is refused.
 * @see https://man7.org/linux/man-pages/man8/useradd.8.html (exit values 4 and 9), busybox `loginutils/adduser.c`
 */
function user(machine: Machine, args: readonly string[], program: 'useradd' | 'adduser'): Ran {
  const [name, intoGroup] = operands(args, valued);
  if (name === undefined) return failed(machine, 2, { kind: 'usage', program });
  if (!args.every(isKnown)) return changesSomebody(machine, [], () => done(machine));
  // `adduser app grupo` adds an existing user to a group.
  if (intoGroup !== undefined) return done(machine);
  const { uids, gids } = machine.users;
  const taken = (what: string, exit: number) =>
    failed(machine, program === 'useradd' ? exit : 1, { kind: 'taken', program, what });
  if (uids.has(name)) return taken(name, 9);
  const uid = numberAfter(args, ['-u', '--uid']);
  const twice = args.some((arg) => /^-[a-zA-Z]*o|^--non-unique/.test(arg));
  if (uid !== undefined && !twice && nameOf(uids, uid) !== undefined) return taken(String(uid), 4);
  const groupName = valueAfter(args, ['-g', '--gid', ...(program === 'adduser' ? ['-G', '--ingroup'] : [])]);
  const noGroup = args.some((arg) => /^-[a-zA-Z]*N|^--no-user-group/.test(arg));
  if (program === 'useradd' && groupName === undefined && !noGroup && gids.has(name)) return taken(name, 9);
  const gid = groupName === undefined ? undefined : /^\d+$/.test(groupName) ? Number(groupName) : gids.get(groupName);
  const users = addUser(machine.users, name, uid, gid);
  const home = valueAfter(args, ['-h', '-d', '--home', '--home-dir']) ?? `/home/${name}`;
  const own = users.uids.get(name) ?? 0;
  const withHome =
    program === 'useradd'
      ? args.some((arg) => /^-[a-zA-Z]*m|^--create-home/.test(arg))
      : !args.some((arg) => /^-[a-zA-Z]*H|^--no-create-home/.test(arg));
  if (!withHome || !home.startsWith('/') || find(machine.files, home).state === 'present')
    return done({ ...machine, users });
  const entry = {
    kind: 'directory',
    mode: 0o755,
    uid: own,
    gid: users.gids.get(name) ?? own,
    layer: machine.layer,
  } as const;
  return done({ ...machine, users, files: write(machine.files, [[home, entry]]) });
}

function group(machine: Machine, args: readonly string[], program: 'groupadd' | 'addgroup'): Ran {
  const [first, second] = operands(args, valued);
  if (first === undefined) return failed(machine, 2, { kind: 'usage', program });
  if (!args.every(isKnown)) return changesSomebody(machine, [], () => done(machine));
  // `addgroup app grupo` adds an existing user to a group.
  if (second !== undefined) return done(machine);
  const { gids } = machine.users;
  const forced = args.some((arg) => /^-[a-zA-Z]*f|^--force/.test(arg));
  const twice = args.some((arg) => /^-[a-zA-Z]*o|^--non-unique/.test(arg));
  const gid = numberAfter(args, ['-g', '--gid']);
  if (gids.has(first) && !forced) {
    // Debian's `addgroup --system` is content with a system group that is there.
    return args.includes('--system')
      ? done(machine)
      : failed(machine, program === 'groupadd' ? 9 : 1, { kind: 'taken', program, what: first });
  }
  if (gid !== undefined && !forced && !twice && nameOf(gids, gid) !== undefined)
    return failed(machine, program === 'groupadd' ? 4 : 1, { kind: 'taken', program, what: String(gid) });
  return done({ ...machine, users: addGroup(machine.users, first, gid) });
}

function removed(machine: Machine, gone: readonly string[], kind: 'uids' | 'gids'): Ran {
  const without = (ids: ReadonlyMap<string, number>) => new Map([...ids].filter(([name]) => !gone.includes(name)));
  const { users } = machine;
  const left =
    kind === 'uids'
      ? { ...users, uids: without(users.uids), gids: without(users.gids) }
      : { ...users, gids: without(users.gids) };
  return done({ ...machine, users: left });
}

function numberAfter(args: readonly string[], names: readonly string[]): number | undefined {
  const value = valueAfter(args, names);
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
