import { describe, expect, it } from 'vitest';
import { listeningOf } from './listening.ts';

/** @see https://docs.python.org/3/library/os.html#os.environ */
describe('where a Python server listens', () => {
  const served = (port: string) => `import os\nPUERTO = ${port}\nThreadingHTTPServer(("", PUERTO), Servicio)\n`;

  it.each([
    ['8080', {}, 8080],
    ['int(os.environ.get("PORT", "8080"))', {}, 8080],
    ['int(os.environ.get("PORT", 8080))', { PORT: '9090' }, 9090],
    ["int(os.getenv('PORT', '8080'))", { PORT: '9090' }, 9090],
    ["int(os.environ['PORT'])", { PORT: '9090' }, 9090],
  ])('reads %s with %o', (written, env, port) => {
    expect(listeningOf(served(written), env as Record<string, string>)).toEqual([{ port, address: 'any' }]);
  });

  it('reads the port where the call itself asks for it', () => {
    const text = 'app.run(host="0.0.0.0", port=int(os.environ.get("PORT", 5000)))';
    expect(listeningOf(`from flask import Flask\n${text}`, { PORT: '7000' })).toEqual([{ port: 7000, address: 'any' }]);
  });

  it.each([
    'class Tareas(ThreadingHTTPServer):\n    daemon_threads = True\n\nTareas(("", int(os.getenv("PORT") or 8080)), Servicio)',
    'asyncio.start_server(conexion, None, int(os.getenv("PORT") or "8080"), backlog=100)',
    'asyncio.start_server(conexion, host="0.0.0.0", port=int(os.environ.get("PORT", 8080)))',
    'socket.create_server(("", int(os.environ.get("PORT") or 8080)))',
    'puerta.bind(("0.0.0.0", int(os.environ.get("PORT", "8080"))))',
  ])('reads %s', (text) => {
    expect(listeningOf(`import os\n${text}\n`, {})).toEqual([{ port: 8080, address: 'any' }]);
    expect(listeningOf(`import os\n${text}\n`, { PORT: '9000' })).toEqual([{ port: 9000, address: 'any' }]);
  });

  it('tells the loopback interface of a socket', () => {
    expect(listeningOf('puerta.bind(("127.0.0.1", 8080))', {})).toEqual([{ port: 8080, address: 'loopback' }]);
  });

  it('says nothing of what it does not know', () => {
    expect(listeningOf(served('int(os.environ["PORT"])'), {})).toEqual([]);
    expect(listeningOf(served('leer()'), {})).toEqual([]);
    expect(listeningOf(`${served('8080')}PUERTO = 9090\n`, {})).toEqual([]);
  });
});
