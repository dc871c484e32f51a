import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import { build } from '../../image/build/build.ts';
import { pull } from '../../image/registry.ts';
import { start } from '../../image/start.ts';

const fixed = { path: 'servicio.ts', text: 'createServer().listen(8080);\n' };
const free = { path: 'otro.js', text: 'createServer().listen(port);\n' };

function started(text: string) {
  const { dockerfile } = readDockerfile({ path: 'Dockerfile', text });
  const built = build(dockerfile, [fixed, free], (reference) => pull(reference));
  if (!built.ok) throw new Error(JSON.stringify(built.refusal));
  return start(built.image).outcome;
}

const on = (tag: string, cmd: string) => started(`FROM node:${tag}\nWORKDIR /app\nCOPY . .\nCMD ${cmd}\n`);

describe('node', () => {
  it.each([
    ['24-slim', '["node", "servicio.ts"]', '/app/servicio.ts'],
    ['22', '["node", "./servicio.ts"]', '/app/servicio.ts'],
    ['22.18-alpine', 'node servicio.ts', '/app/servicio.ts'],
    ['22.6', '["node", "--experimental-strip-types", "servicio.ts"]', '/app/servicio.ts'],
    // The entry script of the image hands to Node what is no command.
    ['24', '["servicio.ts"]', '/app/servicio.ts'],
    ['20', '["node", "--import", "tsx", "servicio.ts"]', '/app/servicio.ts'],
    ['20', '["node", "otro"]', '/app/otro.js'],
    ['20', '["--max-old-space-size=64", "otro.js"]', '/app/otro.js'],
  ])('node:%s runs %s', (tag, cmd, file) => {
    const { runs, complaint } = on(tag, cmd);
    expect(runs?.file).toBe(file);
    expect(complaint).toBeUndefined();
  });

  it.each([
    ['20', '["node", "servicio.ts"]', { kind: 'node', error: 'ERR_UNKNOWN_FILE_EXTENSION', file: 'servicio.ts' }],
    ['22.5', '["node", "--experimental-strip-types", "servicio.ts"]', { kind: 'node' }],
    ['24', '["node", "--no-strip-types", "servicio.ts"]', { kind: 'node' }],
    ['24', '["node", "servidor.ts"]', { kind: 'no-file', file: 'servidor.ts', program: 'node' }],
  ])('node:%s refuses %s', (tag, cmd, complaint) => {
    expect(on(tag, cmd)).toMatchObject({ exit: 1, complaint });
  });

  it('reads from the source where it listens, and says nothing it does not know', () => {
    expect(on('24', '["node", "servicio.ts"]')).toMatchObject({
      exit: 'running',
      listens: [{ address: 'any', port: 8080 }],
    });
    expect(on('24', '["node", "otro.js"]')).toMatchObject({ exit: 'unknown', listens: [] });
    expect(on('24', '["node", "-e", "1"]').runs).toBeUndefined();
  });

  it.each([
    ['npm start', '{"scripts":{"start":"node servicio.ts"}}', '["npm", "start"]'],
    ['a script of npm', '{"scripts":{"sirve":"PORT=9 node servicio.ts"}}', '["npm", "run", "sirve"]'],
    ['npx', '{}', '["npx", "-y", "tsx@4", "servicio.ts"]'],
    ['a shell that waits', '{}', 'node servicio.ts & wait'],
    ['another process that waits', '{}', 'node servicio.ts & sleep infinity'],
  ])('follows %s', (_, text, cmd) => {
    const ran = started(`FROM node:24\nWORKDIR /app\nCOPY . .\nRUN echo '${text}' > package.json\nCMD ${cmd}\n`);
    expect(ran.runs?.file).toBe('/app/servicio.ts');
  });

  it('ends with the shell that started it', () => {
    const ran = on('24', 'node servicio.ts &');
    expect(ran).toMatchObject({ exit: 0 });
    expect(ran.runs).toBeUndefined();
  });

  it('knows the variables it sees, and when it watches', () => {
    expect(on('24', 'PORT=9090 node servicio.ts').runs?.env.PORT).toBe('9090');
    expect(on('24', '["env", "PORT=9090", "node", "servicio.ts"]').runs?.env.PORT).toBe('9090');
    for (const cmd of [
      '["node", "--watch", "servicio.ts"]',
      '["npx", "nodemon", "servicio.ts"]',
      'npx tsx watch otro.js',
    ]) {
      expect(on('24', cmd).runs?.watches).toBe(true);
    }
    expect(on('24', '["node", "servicio.ts"]').runs?.watches).toBeUndefined();
  });

  it('takes what another stage built to be there', () => {
    const { runs, complaint } = started(`FROM node:24 AS a
WORKDIR /src
COPY servicio.ts .
RUN npx esbuild servicio.ts --outfile=salida/servicio.js
FROM node:24-slim
COPY --from=a /src/salida/ /app/
CMD ["node", "/app/servicio.js"]
`);
    expect(complaint).toBeUndefined();
    expect(runs).toMatchObject({ interpreter: 'node', file: '/app/servicio.js', strips: true });
  });
});
