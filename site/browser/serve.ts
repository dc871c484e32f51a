import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sessionMark } from '../shared/page-data.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A site on a free port, below a sub-path, with the events of a study session when a test sends them. */
export interface ServedSite {
  readonly url: string;
  /** Sends an event to every open page, a `report` unless it says otherwise. */
  send(data: unknown, event?: string): void;
  /** What pages sent to be written, and what the next ones are answered. */
  readonly kept: { answer: string; readonly bodies: string[] };
  close(): Promise<void>;
}

/** @param session whether it is the server of a study session, and says so */
export async function serve(folder: string, session: boolean): Promise<ServedSite> {
  const listeners = new Set<ServerResponse>();
  const kept: ServedSite['kept'] = { answer: 'saved', bodies: [] };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (session && pathname === '/eventos') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hola\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    if (session && pathname === '/guardar') {
      let body = '';
      request.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      request.on('end', () => {
        kept.bodies.push(body);
        response.writeHead(200).end(kept.answer);
      });
      return;
    }
    const isPacked = request.headers['accept-encoding']?.includes('gzip') === true;
    void sendFile(join(folder, pathname.replace(/^\/curso\//, '/')), response, { session, isPacked });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/curso/`,
    kept,
    send: (data, event = 'report') => {
      for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close: () => close(server),
  };
}

/** Packed, as every host of static pages does. */
async function sendFile(
  file: string,
  response: ServerResponse,
  { session, isPacked }: { readonly session: boolean; readonly isPacked: boolean },
): Promise<void> {
  try {
    const content = await readFile(file);
    const mark = session ? { 'server-timing': sessionMark } : {};
    const packed = isPacked && !file.endsWith('.woff2') && { 'content-encoding': 'gzip' };
    response
      .writeHead(200, { ...mark, ...packed, 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(packed ? gzipSync(content) : content);
  } catch {
    response.writeHead(404).end();
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
