import { request as ask, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from '../testing/course.ts';
import { type SessionServer, serve } from './server.ts';

let course: TestCourse;
let server: SessionServer;
beforeEach(async () => {
  course = new TestCourse();
  course.write('site/index.html', '<h1>Hola</h1>');
  course.write('site/a/index.html', 'a');
  kept.length = 0;
  server = await serve({
    site: course.path('site'),
    port: 0,
    welcome: () => [{ name: 'report', data: { n: 1 } }],
    keep: (body) => {
      kept.push(body);
      return 'saved';
    },
  });
});
afterEach(async () => {
  await server.close();
  course.remove();
});

const kept: string[] = [];

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET', sent = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask(new URL(server.url), { path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on('error', reject).end(sent);
  });
}

describe('serve', () => {
  it('listens to this machine only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('sends a page with its type, which is not guessed', async () => {
    const { status, headers, body } = await get('/');
    expect({ status, body }).toEqual({ status: 200, body: '<h1>Hola</h1>' });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers HEAD without a body, and sends folders to their slash', async () => {
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await get('/a')).toMatchObject({ status: 302, headers: { location: '/a/' } });
  });

  it('does not list folders, leave its own or write', async () => {
    expect((await get('/nada')).status).toBe(404);
    expect((await get('/../exercises/04-pod/exercise.yaml')).status).toBe(404);
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });

  it.each(['otro.example', '127.0.0.1', '127.0.0.1:1', 'localhost.otro:80'])(
    'refuses a request for the host %j',
    async (host) => {
      expect((await get('/', { host })).status).toBe(403);
      expect((await get('/eventos', { host })).status).toBe(403);
    },
  );

  it('takes what a page of its own sends to be written, and nothing from anybody else', async () => {
    const origin = server.url.slice(0, -1);
    const json = { 'content-type': 'application/json' };
    expect(await get('/guardar', { ...json, origin }, 'POST', '{}')).toMatchObject({ status: 200, body: 'saved' });
    expect(kept).toEqual(['{}']);
    for (const headers of [
      json,
      { ...json, origin: 'http://malo.example' },
      { origin, 'content-type': 'text/plain' },
    ]) {
      expect((await get('/guardar', headers, 'POST', '{}')).status).toBe(403);
    }
    expect((await get('/guardar', { ...json, origin }, 'GET')).status).toBe(404);
    expect(kept).toHaveLength(1);
  });

  it('answers to localhost too', async () => {
    const { port } = new URL(server.url);
    expect((await get('/', { host: `localhost:${port}` })).status).toBe(200);
  });

  it('tells a page what there is when it opens, and what happens afterwards', async () => {
    const stream = await fetch(`${server.url}eventos`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (until: string) => {
      while (!heard.includes(until)) heard += (await reader?.read())?.value ?? '';
    };
    await hear('"n":1');
    server.tell({ name: 'report', data: { n: 2, text: 'a\nb' } });
    await hear('"n":2');
    expect(heard).toBe(
      'retry: 1000\n\nevent: report\ndata: {"n":1}\n\nevent: report\ndata: {"n":2,"text":"a\\nb"}\n\n',
    );
    await reader?.cancel();
  });

  it('refuses a port that is taken, and finds another when none was asked for', async () => {
    const { port } = new URL(server.url);
    const options = { site: course.path('site'), welcome: () => [] };
    await expect(serve({ ...options, port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const [one, two] = [await serve(options), await serve(options)];
    expect(one.url).not.toBe(two.url);
    await Promise.all([one.close(), two.close()]);
  });

  it('asks a page to come again while the pages are built, and nothing else', async () => {
    await server.close();
    server = await serve({ site: course.path('site'), port: 0, welcome: () => [], building: () => true });
    const page = await get('/ejercicios/04-pod.html');
    expect(page.status).toBe(503);
    expect(page.body).toContain('http-equiv="refresh"');
    expect((await get('/nada.js')).status).toBe(404);
    expect((await get('/')).status).toBe(200);
  });
});
