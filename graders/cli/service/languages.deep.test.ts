import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readExercise, readReference } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { cageHere } from './cage.ts';
import { usualLimits } from './driver/request.ts';
import { observe } from './observe.ts';

const exercise = readExercise('.', '26-servicio-de-tareas');
if (!exercise) throw new Error('exercise 26 cannot be read');
const { answers } = readReference('.', exercise);
const limits = { ...usualLimits, start: 10_000, answer: 10_000, total: 90_000 };

const python = `FROM python:3.14-slim
WORKDIR /srv
COPY <<EOF /srv/servicio.py
import json, os, signal, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

tareas, cerrojo, siguiente = {}, threading.Lock(), [0]


class Tareas(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *_):
        pass

    def responde(self, codigo, valor=None):
        cuerpo = b'' if valor is None else json.dumps(valor, ensure_ascii=False).encode()
        self.send_response(codigo)
        if valor is not None:
            self.send_header('Content-Type', 'application/json; charset=utf-8')
        self.send_header('Content-Length', str(len(cuerpo)))
        self.end_headers()
        self.wfile.write(cuerpo)

    def cuerpo(self):
        datos = json.loads(self.texto)
        if not isinstance(datos, dict):
            raise ValueError
        return datos

    def atiende(self):
        self.texto = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        ruta = urlsplit(self.path)
        partes = [unquote(p) for p in ruta.path.split('/')[1:]]
        try:
            if partes == ['tareas']:
                return self.lista(parse_qs(ruta.query))
            if len(partes) == 2 and partes[0] == 'tareas':
                return self.una(partes[1])
            self.responde(404, {'error': 'no existe'})
        except ValueError:
            self.responde(400, {'error': 'no vale'})

    def lista(self, consulta):
        if self.command == 'GET':
            hecha = consulta.get('hecha', [None])[0]
            with cerrojo:
                todas = list(tareas.values())
            return self.responde(200, [t for t in todas if hecha is None or t['hecha'] == (hecha == 'true')])
        if self.command != 'POST':
            return self.responde(405, {'error': 'no se admite'})
        titulo = self.cuerpo().get('titulo')
        if not isinstance(titulo, str) or not titulo:
            raise ValueError
        with cerrojo:
            siguiente[0] += 1
            tarea = {'id': str(siguiente[0]), 'titulo': titulo, 'hecha': False}
            tareas[tarea['id']] = tarea
        self.responde(201, tarea)

    def una(self, nombre):
        if self.command not in ('GET', 'PUT', 'DELETE'):
            return self.responde(405, {'error': 'no se admite'})
        datos = self.cuerpo() if self.command == 'PUT' else {}
        with cerrojo:
            tarea = tareas.get(nombre)
            if tarea and self.command == 'DELETE':
                del tareas[nombre]
            if tarea and self.command == 'PUT':
                tarea.update({k: datos[k] for k in ('titulo', 'hecha') if k in datos})
        if not tarea:
            return self.responde(404, {'error': 'no existe'})
        self.responde(200, tarea)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = atiende


class Servidor(ThreadingHTTPServer):
    request_queue_size = 512
    daemon_threads = True


servidor = Servidor(('0.0.0.0', int(os.environ.get('PORT', '8080'))), Tareas)
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
servidor.serve_forever()
EOF
USER 1000
CMD ["python", "servicio.py"]
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython || cageHere() === 'none')('a service in Python', { timeout: 170_000 }, () => {
  const other = (Dockerfile: string) =>
    answers.map((source, index) => {
      const { file } = exercise.spec.answers[index] ?? {};
      if (file === 'servicio.ts') return { ...source, text: exercise.starter[index]?.text ?? '' };
      return file === 'Dockerfile' ? { ...source, text: Dockerfile } : source;
    });
  const checks = (Dockerfile: string) => {
    const written = other(Dockerfile);
    const report = grade(exercise, written, observe(exercise, written, { limits }));
    return report.checks
      .filter(({ kind }) => kind === 'service')
      .map(({ id, status, findings }) => [id, status, findings.map(({ message }) => message).join()]);
  };

  it('runs in the same cage and keeps the same contract', () => {
    expect(checks(python).filter(([, status]) => status !== 'pass')).toEqual([]);
  });

  it('earns all points, its image and the commands included', () => {
    const written = other(python);
    const { points } = grade(exercise, written, observe(exercise, written, { limits }));
    expect(points.min).toBe(points.of);
  });

  it('does not listen where a variable of its image sends it elsewhere', () => {
    const written = other(python.replace('USER 1000', 'USER 1000\nENV PORT=3000'));
    const { checks: all } = grade(exercise, written, observe(exercise, written, { limits }));
    expect(all.find(({ id }) => id === 'contenedor')?.findings.map(({ id }) => id)).toEqual(['image/listen']);
  });

  it('is told that it leaves bodies unread', () => {
    const read = "self.rfile.read(int(self.headers.get('Content-Length') or 0))";
    const wrong = python
      .replace(`        self.texto = ${read}\n`, '')
      .replace('json.loads(self.texto)', `json.loads(${read})`);
    expect(checks(wrong).filter(([, state]) => state === 'fail')).toEqual([
      ['desconoce', 'fail', expect.stringMatching(/^unread/)],
    ]);
  });

  it('is told what it does wrong', () => {
    const wrong = python.replace('siguiente[0] += 1', 'siguiente[0] = 1').replace("'0.0.0.0'", "'127.0.0.1'");
    const found = checks(wrong);
    expect(found.find(([id]) => id === 'arranca')).toEqual(['arranca', 'fail', 'loopback']);
    const written = other(wrong);
    const at = grade(exercise, written, observe(exercise, written, { limits }))
      .checks.flatMap(({ findings }) => findings)
      .find(({ message }) => message === 'loopback')?.at;
    expect(wrong.slice(at?.from, at?.to)).toBe("'127.0.0.1'");
  });
});
