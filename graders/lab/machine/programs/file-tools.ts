import { refusal } from '../access.ts';
import { type Entry, type Files, find, obscure, remove, under, write } from '../files/files.ts';
import { baseName, isInside, join, parentOf, resolvePath } from '../files/paths.ts';
import { resolveUser } from '../files/users.ts';
import { done, failed, type Input, type Machine, type Program, type Ran, uncertain } from '../machine.ts';
import { hole, isKnown } from '../unknown.ts';
import { operands } from './operands.ts';

/** Programs that make, move and remove files. */
export const fileTools: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['mkdir', mkdir],
  ['touch', touch],
  ['tee', tee],
  ['rm', rm],
  ['rmdir', rm],
  ['unlink', rm],
  [
    'cp',
    (machine, [, ...args]) =>
      transfer(
        machine,
        operands(args),
        'cp',
        args.some((arg) => /^-\w*[rRa]|^--(?:recursive|archive)/.test(arg)),
      ),
  ],
  ['mv', mv],
  ['ln', ln],
  ['chmod', chmod],
  ['chown', chown],
  ['chgrp', (machine) => done(machine)],
  ['install', install],
  [
    'mktemp',
    (machine) => ({
      ...done({ ...machine, files: obscure(machine.files, '/tmp') }),
      output: [{ text: `${hole}\n`, by: 'mktemp' }],
    }),
  ],
  ['truncate', (machine, [, ...args]) => forgetAll(machine, operands(args, ['-s', '--size']))],
  ['dd', (machine) => ({ machine: { ...machine, files: obscure(machine.files, '/') }, output: undefined, exit: 0 })],
  ['sync', (machine) => done(machine)],
]);

function mkdir(machine: Machine, [, ...args]: readonly string[]): Ran {
  const withParents = args.some((arg) => /^-\w*p|^--parents/.test(arg));
  // One after the other: `mkdir /a /a/b` makes both.
  let { files } = machine;
  for (const path of operands(args, ['-m', '--mode'])) {
    const directory = at(machine, path);
    const found = find(files, directory);
    if (found.state === 'present') {
      if (withParents && found.entry.kind !== 'file') continue;
      return failed(machine, 1, { kind: 'taken', program: 'mkdir', what: path });
    }
    if (!withParents && find(files, parentOf(directory)).state === 'absent') return noFile(machine, path, 'mkdir');
    const place = firstMissing(files, directory);
    if (refusal({ ...machine, files }, place)) return cannotWrite(machine, place, 'mkdir');
    files = write(
      files,
      [...missingAbove(files, directory), directory].map((one) => [one, made(machine, 'directory', 0o755)] as const),
    );
  }
  return done({ ...machine, files });
}

/** Directories that a path needs and that are not there, outermost first. */
function missingAbove(files: Files, path: string): readonly string[] {
  const missing: string[] = [];
  for (let above = parentOf(path); above !== '/' && find(files, above).state === 'absent'; above = parentOf(above))
    missing.unshift(above);
  return missing;
}

const firstMissing = (files: Files, path: string): string => missingAbove(files, path)[0] ?? path;

function touch(machine: Machine, [, ...args]: readonly string[]): Ran {
  const paths = operands(args, ['-d', '-t', '-r']).map((path) => at(machine, path));
  const homeless = paths.find((path) => find(machine.files, parentOf(path)).state === 'absent');
  if (homeless !== undefined) return noFile(machine, homeless, 'touch');
  const closed = paths.find((path) => refusal(machine, path));
  if (closed !== undefined) return cannotWrite(machine, closed, 'touch');
  const fresh = paths.filter((path) => find(machine.files, path).state === 'absent');
  return put(
    machine,
    fresh.map((path) => [path, { ...made(machine, 'file', 0o644), content: '' }]),
  );
}

function tee(machine: Machine, [, ...args]: readonly string[], _exec: unknown, stdin: Input): Ran {
  const paths = operands(args).map((path) => at(machine, path));
  const closed = paths.find((path) => refusal(machine, path));
  if (closed !== undefined) return cannotWrite(machine, closed, 'tee');
  const appends = args.some((arg) => /^-\w*a|^--append/.test(arg));
  const text = typeof stdin === 'string' && isKnown(stdin) ? stdin : undefined;
  const entries = paths.map((path): [string, Entry] => {
    const before = find(machine.files, path);
    const kept =
      !appends || before.state === 'absent' ? '' : before.state === 'present' ? before.entry.content : undefined;
    const entry = before.state === 'present' ? { ...before.entry, layer: machine.layer } : made(machine, 'file', 0o644);
    const { content: _, manifests: _same, means: __, ...rest } = entry;
    return [path, text === undefined || kept === undefined ? rest : { ...rest, content: kept + text }];
  });
  return { ...put(machine, entries), output: text === undefined ? undefined : [{ text, by: 'tee' }] };
}

function rm(machine: Machine, [name = 'rm', ...args]: readonly string[]): Ran {
  const forced = args.some((arg) => /^-\w*f|^--force/.test(arg));
  const paths = operands(args);
  const missing = paths.find((path) => !/[*?]/.test(path) && find(machine.files, at(machine, path)).state === 'absent');
  if (missing !== undefined && !forced) return noFile(machine, missing, baseName(name));
  const closed = paths.find(
    (path) => find(machine.files, at(machine, path)).state === 'present' && refusesRemoval(machine, at(machine, path)),
  );
  if (closed !== undefined) return cannotWrite(machine, closed, baseName(name));
  return done({ ...machine, files: paths.reduce((files, path) => remove(files, at(machine, path)), machine.files) });
}

/** To remove a name one must be able to write to the directory it is in. */
function refusesRemoval(machine: Machine, path: string): boolean {
  return refusal(machine, join(parentOf(path), `\u0001`)) === 'permission' || refusal(machine, path) === 'read-only';
}

function mv(machine: Machine, [, ...args]: readonly string[]): Ran {
  const paths = operands(args);
  const ran = transfer(machine, paths, 'mv');
  if (ran.exit !== 0) return ran;
  const files = paths.slice(0, -1).reduce((left, path) => remove(left, at(machine, path)), ran.machine.files);
  return { ...ran, machine: { ...ran.machine, files } };
}

function ln(machine: Machine, [, ...args]: readonly string[]): Ran {
  const [target = '', name = baseName(target)] = operands(args);
  const path = at(machine, name);
  const inside = find(machine.files, path);
  const link = inside.state === 'present' && inside.entry.kind === 'directory' ? join(path, baseName(target)) : path;
  const soft = args.some((arg) => /^-\w*s|^--symbolic/.test(arg));
  const forced = args.some((arg) => /^-\w*f|^--force/.test(arg));
  if (!forced && machine.files.entries.has(link))
    return failed(machine, 1, { kind: 'taken', program: 'ln', what: name });
  if (refusal({ ...machine, files: remove(machine.files, link) }, link)) return cannotWrite(machine, name, 'ln');
  const to = soft ? target : at(machine, target);
  return put(machine, [[link, { ...made(machine, 'link', 0o777), target: to }]]);
}

function chmod(machine: Machine, [, ...args]: readonly string[]): Ran {
  const [mode = '', ...paths] = args.filter((arg) => !/^-(?:[Rvfc]+|-\w+)$/.test(arg));
  return changed(machine, args, paths, 'chmod', (entry) => ({ ...entry, mode: newMode(entry, mode) }));
}

function chown(machine: Machine, [, ...args]: readonly string[]): Ran {
  const [owner = '', ...paths] = operands(args);
  const who = resolveUser(machine.users, owner.replace(/^(\w[\w-]*)[:.]$/, '$1').replace('.', ':'));
  if (who.state === 'missing') return failed(machine, 1, { kind: 'no-file', file: owner, program: 'chown' });
  const { uid, gid } = who.state === 'known' ? who.identity : { uid: -1, gid: -1 };
  const group = owner.includes(':') || owner.includes('.');
  return changed(machine, args, paths, 'chown', (entry) => ({ ...entry, uid, gid: group ? gid : entry.gid }));
}

function install(machine: Machine, [, ...args]: readonly string[]): Ran {
  const paths = operands(args, ['-m', '-o', '-g', '-t']).map((path) => at(machine, path));
  if (!args.some((arg) => /^-\w*d|^--directory/.test(arg)))
    return done({ ...machine, files: obscure(machine.files, parentOf(paths.at(-1) ?? '/')) });
  return put(
    machine,
    paths.map((path) => [path, made(machine, 'directory', 0o755)]),
  );
}

/** Files whose content is no longer known. */
function forgetAll(machine: Machine, paths: readonly string[]): Ran {
  return put(
    machine,
    paths.map((path) => [at(machine, path), made(machine, 'file', 0o644)]),
  );
}

function cannotWrite(machine: Machine, path: string, program: string): Ran {
  if (!isKnown(path)) return uncertain(machine);
  const isReadOnly = refusal(machine, at(machine, path)) === 'read-only';
  return failed(machine, 1, { kind: 'cannot-write', path, program, ...(isReadOnly && { readOnly: true as const }) });
}

const at = (machine: Machine, path: string): string => resolvePath(machine.cwd, path);

const noFile = (machine: Machine, file: string, program: string): Ran =>
  isKnown(file) ? failed(machine, 1, { kind: 'no-file', file, program }) : uncertain(machine);

function made({ uid, gid, layer }: Machine, kind: Entry['kind'], mode: number): Entry {
  return { kind, mode, uid, gid, layer };
}

function put(machine: Machine, entries: readonly (readonly [string, Entry])[]): Ran {
  return done(entries.length === 0 ? machine : { ...machine, files: write(machine.files, entries) });
}

function transfer(machine: Machine, paths: readonly string[], program: string, deep = true): Ran {
  const to = at(machine, paths.at(-1) ?? '');
  const target = find(machine.files, to);
  const intoDirectory = paths.length > 2 || (target.state === 'present' && target.entry.kind === 'directory');
  let { files } = machine;
  for (const path of paths.slice(0, -1)) {
    const from = at(machine, path);
    const found = find(files, from);
    if (found.state === 'absent' && !/[*?]/.test(path)) return noFile(machine, path, program);
    if (intoDirectory && target.state === 'absent') return noFile(machine, paths.at(-1) ?? '', program);
    const goal = intoDirectory ? join(to, path.endsWith('/.') ? '.' : baseName(from)) : to;
    if (found.state !== 'present') {
      files = obscure(files, intoDirectory ? to : parentOf(to));
      continue;
    }
    if (found.entry.kind === 'directory' && !deep) return failed(machine, 1, { kind: 'usage', program });
    // Neither `cp` nor `mv` puts a directory into itself.
    if (found.entry.kind === 'directory' && goal !== from && isInside(from, goal)) {
      return failed(machine, 1, { kind: 'into-itself', file: path, program });
    }
    if (!path.endsWith('/.') && refusal({ ...machine, files }, goal)) return cannotWrite(machine, goal, program);
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
