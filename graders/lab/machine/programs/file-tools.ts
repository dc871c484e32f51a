import { type Entry, find, obscure, remove, under, write } from '../files/files.ts';
import { baseName, isInside, join, parentOf, resolvePath } from '../files/paths.ts';
import { resolveUser } from '../files/users.ts';
import { done, failed, type Machine, type Program, type Ran } from '../machine.ts';

/** Programs that make, move and remove files. */
export const fileTools: Readonly<Record<string, Program>> = {
  mkdir: (machine, [, ...args]) => {
    const withParents = args.some((arg) => /^-\w*p|^--parents/.test(arg));
    // One after the other: `mkdir /a /a/b` makes both.
    let { files } = machine;
    for (const path of operands(args, ['-m', '--mode'])) {
      const directory = at(machine, path);
      if (!withParents && find(files, parentOf(directory)).state === 'absent') return noFile(machine, path, 'mkdir');
      if (find(files, directory).state === 'present') continue;
      files = write(files, [[directory, made(machine, 'directory', 0o755)]]);
    }
    return done({ ...machine, files });
  },
  touch: (machine, [, ...args]) => {
    const paths = operands(args, ['-d', '-t', '-r']).map((path) => at(machine, path));
    const homeless = paths.find((path) => find(machine.files, parentOf(path)).state === 'absent');
    if (homeless !== undefined) return noFile(machine, homeless, 'touch');
    const fresh = paths.filter((path) => find(machine.files, path).state === 'absent');
    return put(
      machine,
      fresh.map((path) => [path, { ...made(machine, 'file', 0o644), content: '' }]),
    );
  },
  tee: (machine, [, ...args], _exec, stdin) => {
    const entry =
      typeof stdin !== 'string' ? made(machine, 'file', 0o644) : { ...made(machine, 'file', 0o644), content: stdin };
    const ran = put(
      machine,
      operands(args).map((path) => [at(machine, path), entry]),
    );
    return { ...ran, output: typeof stdin !== 'string' ? undefined : [{ text: stdin, by: 'tee' }] };
  },
  rm: (machine, [, ...args]) => {
    const forced = args.some((arg) => /^-\w*f|^--force/.test(arg));
    const paths = operands(args);
    const missing = paths.find(
      (path) => !/[*?]/.test(path) && find(machine.files, at(machine, path)).state === 'absent',
    );
    if (missing !== undefined && !forced) return noFile(machine, missing, 'rm');
    return done({ ...machine, files: paths.reduce((files, path) => remove(files, at(machine, path)), machine.files) });
  },
  cp: (machine, [, ...args]) => transfer(machine, operands(args), 'cp'),
  mv: (machine, [, ...args]) => {
    const paths = operands(args);
    const ran = transfer(machine, paths, 'mv');
    if (ran.exit !== 0) return ran;
    const files = paths.slice(0, -1).reduce((left, path) => remove(left, at(machine, path)), ran.machine.files);
    return { ...ran, machine: { ...ran.machine, files } };
  },
  ln: (machine, [, ...args]) => {
    const [target = '', name = baseName(target)] = operands(args);
    const path = at(machine, name);
    const inside = find(machine.files, path);
    const link = inside.state === 'present' && inside.entry.kind === 'directory' ? join(path, baseName(target)) : path;
    return put(machine, [[link, { ...made(machine, 'link', 0o777), target }]]);
  },
  chmod: (machine, [, ...args]) => {
    const [mode = '', ...paths] = args.filter((arg) => !/^-(?:[Rvfc]+|-\w+)$/.test(arg));
    return changed(machine, args, paths, 'chmod', (entry) => ({ ...entry, mode: newMode(entry, mode) }));
  },
  chown: (machine, [, ...args]) => {
    const [owner = '', ...paths] = operands(args);
    const who = resolveUser(machine.users, owner.replace(/^(\w[\w-]*)[:.]$/, '$1').replace('.', ':'));
    if (who.state === 'missing') return failed(machine, 1, { kind: 'no-file', file: owner, program: 'chown' });
    if (who.state === 'unknown') return done(machine);
    const { uid, gid } = who.identity;
    const group = owner.includes(':') || owner.includes('.');
    return changed(machine, args, paths, 'chown', (entry) => ({ ...entry, uid, gid: group ? gid : entry.gid }));
  },
  chgrp: (machine) => done(machine),
  install: (machine, [, ...args]) => {
    const paths = operands(args, ['-m', '-o', '-g']).map((path) => at(machine, path));
    if (!args.includes('-d')) return done({ ...machine, files: obscure(machine.files, parentOf(paths.at(-1) ?? '/')) });
    return put(
      machine,
      paths.map((path) => [path, made(machine, 'directory', 0o755)]),
    );
  },
};

const at = (machine: Machine, path: string): string => resolvePath(machine.cwd, path);

const noFile = (machine: Machine, file: string, program: string): Ran =>
  failed(machine, 1, { kind: 'no-file', file, program });

function made({ uid, gid, layer }: Machine, kind: Entry['kind'], mode: number): Entry {
  return { kind, mode, uid, gid, layer };
}

function put(machine: Machine, entries: readonly (readonly [string, Entry])[]): Ran {
  return done(entries.length === 0 ? machine : { ...machine, files: write(machine.files, entries) });
}

/** Arguments that are not options; some options take the next word with them. */
export function operands(args: readonly string[], valued: readonly string[] = []): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') return [...kept, ...args.slice(index + 1)];
    if (valued.includes(arg)) index++;
    else if (!arg.startsWith('-') || arg === '-') kept.push(arg);
  }
  return kept;
}

function transfer(machine: Machine, paths: readonly string[], program: string): Ran {
  const to = at(machine, paths.at(-1) ?? '');
  const target = find(machine.files, to);
  const intoDirectory = paths.length > 2 || (target.state === 'present' && target.entry.kind === 'directory');
  let { files } = machine;
  for (const path of paths.slice(0, -1)) {
    const from = at(machine, path);
    const found = find(files, from);
    if (found.state === 'absent' && !/[*?]/.test(path)) return noFile(machine, path, program);
    const goal = intoDirectory ? join(to, path.endsWith('/.') ? '.' : baseName(from)) : to;
    if (found.state !== 'present') {
      files = obscure(files, intoDirectory ? to : parentOf(to));
      continue;
    }
    // Neither `cp` nor `mv` puts a directory into itself.
    if (found.entry.kind === 'directory' && goal !== from && isInside(from, goal)) {
      return failed(machine, 1, { kind: 'into-itself', file: path, program });
    }
    const moved = under(files, from);
    machine.budget.spend('objects', moved.length);
    files = write(
      files,
      moved.map(([name, entry]) => [
        resolvePath('/', goal + name.slice(found.path.length)),
        { ...entry, layer: machine.layer },
      ]),
    );
  }
  return done({ ...machine, files });
}

function changed(
  machine: Machine,
  args: readonly string[],
  paths: readonly string[],
  program: string,
  change: (entry: Entry) => Entry,
): Ran {
  const deep = args.some((arg) => /^-\w*R|^--recursive/.test(arg));
  const entries: [string, Entry][] = [];
  for (const path of paths) {
    const found = find(machine.files, at(machine, path));
    if (found.state === 'absent' && !/[*?]/.test(path)) return noFile(machine, path, program);
    if (found.state !== 'present') continue;
    const touched = deep ? under(machine.files, found.path) : [[found.path, found.entry] as const];
    for (const [name, entry] of touched) entries.push([name, { ...change(entry), layer: machine.layer }]);
  }
  return put(machine, entries);
}

/** `755`, `+x`, `u+rx,g-w`, `a=r`. */
export function newMode({ mode, kind }: Entry, written: string): number {
  if (/^[0-7]+$/.test(written)) return Number.parseInt(written, 8);
  let bits = mode;
  for (const [who, sign, what] of clausesOf(written)) {
    const copied = what === 'u' ? bits >> 6 : what === 'g' ? bits >> 3 : what === 'o' ? bits : 0;
    const letters =
      (copied & 7) |
      (what.includes('r') ? 4 : 0) |
      (what.includes('w') ? 2 : 0) |
      (/x/.test(what) || (what.includes('X') && (kind === 'directory' || (mode & 0o111) !== 0)) ? 1 : 0);
    for (const [letter, shift] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (who !== '' && !who.includes(letter) && !who.includes('a')) continue;
      const mask = letters << shift;
      if (sign === '+') bits |= mask;
      else if (sign === '-') bits &= ~mask;
      else if (sign === '=') bits = (bits & ~(7 << shift)) | mask;
    }
  }
  return bits;
}

/** `u+x-w,g=u` → `u`, `+`, `x`; `u`, `-`, `w`; `g`, `=`, `u`. */
function clausesOf(written: string): readonly (readonly [who: string, sign: string, what: string])[] {
  return written.split(',').flatMap((clause) => {
    const [who = ''] = /^[ugoa]*/.exec(clause) ?? [];
    return [...clause.matchAll(/([-+=])([rwxXst]*|[ugo])(?![^-+=])/g)].map(
      ([, sign = '', what = '']) => [who, sign, what] as const,
    );
  });
}
