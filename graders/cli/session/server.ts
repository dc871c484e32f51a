import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type PageEvent, Pages } from './events.ts';
import type { Written } from './keeping.ts';
import { findFile } from './static.ts';

export interface SessionServer {
  /** `http://127.0.0.1:4848/` */
  readonly url: string;
  tell(event: PageEvent): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Folder of the built site. */
  readonly site: string;
  /** Port to use; without it the usual one, or another where that is taken. */
  readonly port?: number;
  /** Whether the pages are being built: then one that is not there is on its way. */
  readonly building?: () => boolean;
  /** What a page that has just opened is told. */
  readonly welcome: () => readonly PageEvent[];
  /** Takes what a page sends to be written. @returns what became of it, which the page is told */
  readonly keep?: (body: string) => Written | 'failed';
}

/** Browsers keep progress by address, so a session comes back to the same port as long as it is free. */
export const usualPort = 4848;
const others = 10;

const address = '127.0.0.1';

/**
 * Serves the built site to this machine only.
 * @throws when the port that was asked for is taken
 */
export async function serve({
  site,
  port,
  welcome,
  keep,
  building = () => false,
}: ServerOptions): Promise<SessionServer> {
  const pages = new Pages();
  const server = createServer((request, response) => {
    if (!isForUs(request)) refuse(response, 403);
    else if (keep && request.method === 'POST' && request.url === '/guardar') receive(request, response, keep);
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405);
    else if (request.url === '/eventos') pages.add(response, welcome());
    else send({ site, building }, request, response);
  });
  const bound = await listen(server, port === undefined ? candidates() : [port]);
  return {
    url: `http://${address}:${bound}/`,
    tell: (event) => pages.tell(event),
    close: () => {
      pages.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * A page of another site can make its own name point here and then read what is served (DNS rebinding). Its requests
 * carry that name.
 */
function isForUs({ headers, socket }: IncomingMessage): boolean {
  return [address, 'localhost', '[::1]'].some((name) => headers.host === `${name}:${socket.localPort}`);
}

/** Two answers of the largest size, and what JSON adds. */
const mostReceived = 32 * 1024 * 1024;

/**
 * Takes a text from a page of ours. A page of another site may send here too, but not with this type, and never without
 * saying where it comes from.
 */
function receive(request: IncomingMessage, response: ServerResponse, keep: NonNullable<ServerOptions['keep']>): void {
  const { host, origin, 'content-type': type } = request.headers;
  if (origin !== `http://${host}` || type !== 'application/json') {
    refuse(response, 403);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostReceived) chunks.push(chunk);
  });
  request.on('end', () => {
    const kept = size > mostReceived ? 'unknown' : keep(Buffer.concat(chunks).toString('utf8'));
    const status = kept === 'unknown' ? 400 : kept === 'failed' ? 500 : 200;
    response.writeHead(status, { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(kept);
  });
}

function send(
  { site, building }: { readonly site: string; readonly building: () => boolean },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const found = findFile(site, request.url ?? '/');
  if ('status' in found && found.status === 404 && building() && /(?:\/|\.html)$/.test(request.url ?? '/'))
    wait(response);
  else if ('status' in found) refuse(response, found.status);
  else if ('redirect' in found) response.writeHead(302, { location: encodeURI(found.redirect) }).end();
  else sendFile(found, request, response);
}

function sendFile(found: { file: string; type: string }, request: IncomingMessage, response: ServerResponse): void {
  const stream = createReadStream(found.file);
  stream.on('error', () => (response.headersSent ? response.destroy() : refuse(response, 404)));
  stream.on('open', () => {
    response.writeHead(200, { ...safeHeaders, 'content-type': found.type });
    if (request.method !== 'HEAD') stream.pipe(response);
    else response.end(() => stream.destroy());
  });
}

const safeHeaders = {
  // What a page knows a study session by: `sessionMark` of `site/shared/page-data.ts`.
  'server-timing': 'timonel-session',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

const reasons: Readonly<Record<number, string>> = {
  400: 'La dirección no se entiende.',
  403: 'Esta página solo se sirve a tu propio equipo.',
  404: 'Aquí no hay nada.',
  405: 'Solo se puede leer.',
};

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${reasons[status] ?? ''}\n`);
}

/** A page that asks again by itself until the one that was wanted is there. */
function wait(response: ServerResponse): void {
  response.writeHead(503, { ...safeHeaders, 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' });
  response.end(
    `<!doctype html><html lang="es"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Timonel</title><body style="font:1.1rem/1.5 system-ui;margin:3rem;max-width:40rem"><h1>Preparando las páginas…</h1><p>Tardan unos segundos la primera vez, y esta se carga sola en cuanto estén. Mientras, la terminal ya corrige lo que guardas.</p></body></html>\n`,
  );
}

/** The usual port, those after it, and at last whichever the system gives. */
function candidates(): readonly number[] {
  return [...Array.from({ length: others }, (_, index) => usualPort + index), 0];
}

async function listen(server: Server, ports: readonly number[]): Promise<number> {
  const [port = 0, ...rest] = ports;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, address, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (rest.length > 0 && (code === 'EADDRINUSE' || code === 'EACCES')) return listen(server, rest);
    throw problem;
  }
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}
