import { isKnown } from '../unknown.ts';

/** Who exists in an image, as `/etc/passwd` and `/etc/group` say. */
export interface Users {
  readonly uids: ReadonlyMap<string, number>;
  readonly gids: ReadonlyMap<string, number>;
  /** There may be others: the image is not known, or a command of unknown effect ran. */
  readonly more: boolean;
}

export interface Identity {
  /** As the Dockerfile names it. */
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export type Resolved =
  | { readonly state: 'known'; readonly identity: Identity }
  | { readonly state: 'missing'; readonly name: string }
  /** Somebody the image may or may not have. */
  | { readonly state: 'unknown'; readonly name: string };

/**
 * Who `USER` or `--chown` mean: `app`, `1000`, `app:grupo`, `1000:1000`. Numbers need no entry in `/etc/passwd`.
 * @see https://docs.docker.com/reference/dockerfile/#user
 */
export function resolveUser(users: Users, written: string): Resolved {
  if (!isKnown(written)) return { state: 'unknown', name: written };
  const [userName = '', groupName] = written.split(':');
  if (userName === '' && groupName === undefined) return { state: 'known', identity: { name: 'root', uid: 0, gid: 0 } };
  const uid = idOf(users.uids, userName === '' ? 'root' : userName);
  const gid = groupName === undefined ? primaryGroup(users, userName, uid) : idOf(users.gids, groupName);
  if (uid !== undefined && gid !== undefined) return { state: 'known', identity: { name: written, uid, gid } };
  const name = uid === undefined ? userName : (groupName ?? '');
  return { state: users.more ? 'unknown' : 'missing', name };
}

function idOf(ids: ReadonlyMap<string, number>, name: string): number | undefined {
  return /^\d+$/.test(name) ? Number(name) : ids.get(name);
}

function primaryGroup({ uids, gids }: Users, name: string, uid: number | undefined): number | undefined {
  if (uid === undefined) return 0;
  const known = /^\d+$/.test(name) ? nameOf(uids, uid) : name;
  return known === undefined ? 0 : (gids.get(known) ?? 0);
}

/** Who has an id. */
export function nameOf(ids: ReadonlyMap<string, number>, id: number): string | undefined {
  return [...ids].find(([, own]) => own === id)?.[0];
}

export function addUser(users: Users, name: string, uid?: number, gid?: number): Users {
  const own = uid ?? freeId(users.uids);
  return { ...addGroup(users, name, gid ?? own), uids: new Map(users.uids).set(name, own) };
}

export function addGroup(users: Users, name: string, gid?: number): Users {
  if (users.gids.has(name)) return users;
  return { ...users, gids: new Map(users.gids).set(name, gid ?? freeId(users.gids)) };
}

function freeId(ids: ReadonlyMap<string, number>): number {
  return Math.max(999, ...[...ids.values()].filter((id) => id < 60_000)) + 1;
}

/**
 * Who there is after a text was written to `/etc/passwd` or `/etc/group`: lines of `name:x:id:…`.
 * @param text undefined when nobody knows what was written
 */
export function usersFrom(users: Users, path: string, text: string | undefined): Users {
  const kind = path === '/etc/passwd' ? 'uids' : path === '/etc/group' ? 'gids' : undefined;
  if (kind === undefined) return users;
  if (text === undefined) return { ...users, more: true };
  const ids = new Map(users[kind]);
  const groups = new Map(users.gids);
  for (const line of text.split('\n')) {
    const [name = '', , id = '', gid = ''] = line.split(':');
    if (name === '' || !/^\d+$/.test(id)) continue;
    ids.set(name, Number(id));
    if (kind === 'uids' && /^\d+$/.test(gid) && !groups.has(name)) groups.set(name, Number(gid));
  }
  return { ...users, gids: groups, [kind]: ids };
}
