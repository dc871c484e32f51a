import { own } from '../../../core/own.ts';
/** Who exists in an image, as `/etc/passwd` and `/etc/group` say. */
export interface Users {
  readonly uids: Readonly<Record<string, number>>;
  readonly gids: Readonly<Record<string, number>>;
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
  const [userName = '', groupName] = written.split(':');
  if (userName === '' && groupName === undefined) return { state: 'known', identity: { name: 'root', uid: 0, gid: 0 } };
  const uid = idOf(users.uids, userName === '' ? 'root' : userName);
  const gid = groupName === undefined ? primaryGroup(users, userName, uid) : idOf(users.gids, groupName);
  if (uid !== undefined && gid !== undefined) return { state: 'known', identity: { name: written, uid, gid } };
  const name = uid === undefined ? userName : (groupName ?? '');
  return { state: users.more ? 'unknown' : 'missing', name };
}

function idOf(ids: Readonly<Record<string, number>>, name: string): number | undefined {
  if (/^\d+$/.test(name)) return Number(name);
  return own(ids, name);
}

function primaryGroup({ uids, gids }: Users, name: string, uid: number | undefined): number | undefined {
  if (uid === undefined) return 0;
  const known = /^\d+$/.test(name) ? Object.keys(uids).find((user) => own(uids, user) === uid) : name;
  return known !== undefined && Object.hasOwn(gids, known) ? own(gids, known) : 0;
}

export function addUser(users: Users, name: string, uid?: number, gid?: number): Users {
  const own = uid ?? freeId(users.uids);
  return { ...addGroup(users, name, gid ?? own), uids: { ...users.uids, [name]: own } };
}

export function addGroup(users: Users, name: string, gid?: number): Users {
  if (Object.hasOwn(users.gids, name)) return users;
  return { ...users, gids: { ...users.gids, [name]: gid ?? freeId(users.gids) } };
}

function freeId(ids: Readonly<Record<string, number>>): number {
  return Math.max(999, ...Object.values(ids).filter((id) => id < 60_000)) + 1;
}
