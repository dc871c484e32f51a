import { own } from '../../core/own.ts';
import { type Entry, type Files, obscure } from './files/files.ts';
import { parentOf } from './files/paths.ts';
import type { Users } from './files/users.ts';
import type { Machine } from './machine.ts';
import { hole } from './unknown.ts';

/** What holds in either of two machines: whatever they do not agree on is unknown. */
export function merged(a: Machine, b: Machine): Machine {
  if (a === b) return a;
  return {
    ...a,
    files: mergedFiles(a.files, b.files),
    users: mergedUsers(a.users, b.users),
    env: mergedEnv(a.env, b.env),
    cwd: a.cwd === b.cwd ? a.cwd : `/${hole}`,
    installed: Math.max(a.installed, b.installed),
    clock: Math.max(a.clock, b.clock),
    daemons: a.daemons === b.daemons ? a.daemons : [...new Set([...a.daemons, ...b.daemons])],
  };
}

/** More differences than this are not kept one by one. */
const many = 40;

function mergedFiles(a: Files, b: Files): Files {
  if (a === b) return a;
  const entries = new Map<string, Entry>();
  const doubtful: string[] = [];
  for (const [path, entry] of a.entries) {
    const other = b.entries.get(path);
    if (other === entry) entries.set(path, entry);
    else if (other?.kind === entry.kind && other.target === entry.target) {
      const { content: _, manifests: _same, means: __, ...rest } = entry;
      entries.set(
        path,
        entry.content === other.content && entry.content !== undefined ? { ...rest, content: entry.content } : rest,
      );
    } else doubtful.push(path);
  }
  for (const path of b.entries.keys()) if (!a.entries.has(path)) doubtful.push(path);
  const scopes = [
    ...a.scopes,
    ...b.scopes.filter((scope) => !a.scopes.includes(scope) && scope.holds === 'command'),
  ].filter((scope) => scope.holds !== 'listed' || b.scopes.includes(scope));
  let files: Files = { ...a, entries, scopes };
  const places = doubtful.length > many ? [...new Set(doubtful.map(parentOf))] : doubtful;
  for (const path of places.length > many ? ['/'] : places) files = obscure(files, path);
  return files;
}

function mergedUsers(a: Users, b: Users): Users {
  if (a === b) return a;
  const common = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    new Map([...one].filter(([name, id]) => other.get(name) === id));
  return { uids: common(a.uids, b.uids), gids: common(a.gids, b.gids), more: true };
}

function mergedEnv(a: Machine['env'], b: Machine['env']): Machine['env'] {
  if (a === b) return a;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [one, other] = [own(a, name) ?? '', own(b, name) ?? ''];
      return [name, one === other ? one : hole];
    }),
  );
}
