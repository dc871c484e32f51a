import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Asked } from '../../../checks/service/transcript.ts';

/**
 * Who listens where, in the kernel's own words.
 * @param isOurs whether a socket is the service's, by its inode; in a cage all are
 * @see https://man7.org/linux/man-pages/man5/proc_net.5.html
 */
export function listeners(isOurs: (inode: string) => boolean): readonly Asked[] {
  const tcp = ['tcp', 'tcp6'].flatMap((table) => rows(table)).flatMap((row) => tcpListener(row, isOurs) ?? []);
  const unix = rows('unix').flatMap((row) => unixListener(row, isOurs) ?? []);
  return [...tcp, ...unix];
}

function rows(table: string): readonly (readonly string[])[] {
  try {
    const lines = readFileSync(`/proc/net/${table}`, 'latin1').trim().split('\n').slice(1);
    return lines.map((line) => line.trim().split(/\s+/));
  } catch {
    return [];
  }
}

const listening = '0A';

function tcpListener(row: readonly string[], isOurs: (inode: string) => boolean): Asked | undefined {
  const [, local = '', , state] = row;
  const [address = '', port = ''] = local.split(':');
  if (state !== listening || !isOurs(row[9] ?? '')) return undefined;
  return { port: Number.parseInt(port, 16), host: hostOf(address) };
}

/** Words of four bytes, each written in the order of this machine's processor: little-endian wherever Node runs. */
function hostOf(address: string): string | null {
  if (/^0+$/.test(address)) return null;
  const bytes = (address.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  const [a, b, c, d] = bytes.slice(-4).map((byte) => Number.parseInt(byte, 16));
  if (bytes.length === 4 || /^(?:00){10}ffff/i.test(bytes.join(''))) return `${a}.${b}.${c}.${d}`;
  return /^(?:00){15}01$/.test(bytes.join('')) ? '::1' : (bytes.join('').match(/.{4}/g) ?? []).join(':');
}

/** A path, or a name without one, that a program accepts connections on. */
function unixListener(row: readonly string[], isOurs: (inode: string) => boolean): Asked | undefined {
  const [, , , flags = '', , , inode = '', ...path] = row;
  const accepts = (Number.parseInt(flags, 16) & 0x10000) !== 0;
  return accepts && path.length > 0 && isOurs(inode) ? { port: path.join(' ').slice(0, 200), host: null } : undefined;
}

/** Whether somebody accepts connections at an address. */
export function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('connect', () => settle(true))
      .on('error', () => settle(false))
      .on('timeout', () => settle(false));
  });
}

/** Where the system has no such tables: by knocking. Undefined when nobody opens. */
export async function knock(port: number): Promise<{ readonly host: string | null } | undefined> {
  if (!(await accepts(port, '127.0.0.1'))) return undefined;
  const others = Object.values(networkInterfaces()).flatMap((list = []) =>
    list.filter(({ internal, family: kind }) => !internal && kind === 'IPv4'),
  );
  for (const { address } of others) if (await accepts(port, address)) return { host: null };
  return { host: others.length > 0 ? '127.0.0.1' : null };
}
