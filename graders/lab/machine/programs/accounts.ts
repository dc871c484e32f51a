import { own } from '../../../core/own.ts';
import { find, write } from '../files/files.ts';
import { addGroup, addUser } from '../files/users.ts';
import { done, failed, type Machine, type Program } from '../machine.ts';
import { operands } from './file-tools.ts';

const valued = [
  '-u',
  '--uid',
  '-g',
  '--gid',
  '-G',
  '--groups',
  '--ingroup',
  '-h',
  '-d',
  '--home',
  '--home-dir',
  '-s',
  '--shell',
  '-c',
  '--comment',
  '--gecos',
  '-k',
  '-b',
  '-e',
  '-f',
  '-p',
  '-K',
];

/** Programs that add people to `/etc/passwd` and `/etc/group`. */
export const accounts: Readonly<Record<string, Program>> = {
  useradd: (machine, [, ...args]) =>
    user(
      machine,
      args,
      args.some((arg) => /^-[a-z]*m|^--create-home/.test(arg)),
    ),
  adduser: (machine, [, ...args]) => user(machine, args, !args.some((arg) => /^-[A-Z]*H|^--no-create-home/.test(arg))),
  groupadd: (machine, [, ...args]) => group(machine, args),
  addgroup: (machine, [, ...args]) => group(machine, args),
  usermod: (machine) => done({ ...machine, users: { ...machine.users, more: true } }),
  groupmod: (machine) => done({ ...machine, users: { ...machine.users, more: true } }),
  userdel: (machine) => done(machine),
  deluser: (machine) => done(machine),
  passwd: (machine) => done(machine),
  chpasswd: (machine) => done(machine),
};

function user(machine: Machine, args: readonly string[], withHome: boolean) {
  const [name, intoGroup] = operands(args, valued);
  if (name === undefined) return failed(machine, 2);
  // `adduser app grupo` adds an existing user to a group.
  if (intoGroup !== undefined) return done(machine);
  if (Object.hasOwn(machine.users.uids, name)) return failed(machine, 9);
  const uid = numberAfter(args, ['-u', '--uid']);
  const groupName = valueAfter(args, ['-g', '--gid', '-G', '--ingroup']);
  const gid =
    groupName === undefined
      ? undefined
      : /^\d+$/.test(groupName)
        ? Number(groupName)
        : own(machine.users.gids, groupName);
  const users = addUser(machine.users, name, uid, gid);
  const home = valueAfter(args, ['-h', '-d', '--home', '--home-dir']) ?? `/home/${name}`;
  const uidNow = own(users.uids, name) ?? 0;
  if (!withHome || !home.startsWith('/') || find(machine.files, home).state === 'present')
    return done({ ...machine, users });
  const entry = {
    kind: 'directory',
    mode: 0o755,
    uid: uidNow,
    gid: own(users.gids, name) ?? uidNow,
    layer: machine.layer,
  } as const;
  return done({ ...machine, users, files: write(machine.files, [[home, entry]]) });
}

function group(machine: Machine, args: readonly string[]) {
  const [first, second] = operands(args, valued);
  const name = second ?? first;
  if (name === undefined) return failed(machine, 2);
  return done({ ...machine, users: addGroup(machine.users, name, numberAfter(args, ['-g', '--gid'])) });
}

/** The value of `-u 1000`, `--uid=1000` or of a bundle that ends in the letter: `-Su 1000`. */
function valueAfter(args: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    const [name = '', value] = arg.split('=', 2);
    if (names.includes(name)) return value ?? args[index + 1];
    const letter = /^-[a-zA-Z]*([a-zA-Z])$/.exec(arg)?.[1];
    if (letter !== undefined && names.includes(`-${letter}`)) return args[index + 1];
  }
  return undefined;
}

function numberAfter(args: readonly string[], names: readonly string[]): number | undefined {
  const value = valueAfter(args, names);
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
