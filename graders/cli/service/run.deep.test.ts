import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import check from '../../checks/service/check.ts';
import { contract } from '../../checks/service/contract.ts';
import type { Params } from '../../checks/service/params.ts';
import { readService } from '../../checks/service/source.ts';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';
import type { Submission } from '../../checks/submission.ts';
import { usualLimits } from './driver/request.ts';
import { drive, runService } from './run.ts';

/** The machine of the tests may be busy: what must not happen in time is waited for briefly, the rest for long. */
const limits = { ...usualLimits, start: 4_000, answer: 3_000, stop: 2_000, total: 30_000 };

function source(text: string) {
  return { path: 'servicio.ts', text };
}

/** A server that answers everything alike, after some code of the test. */
function serving(code: string, handler = 'res.end()'): string {
  return `import { createServer } from 'node:http';\n${code}\ncreateServer((req, res) => { ${handler} }).listen(Number(process.env.PORT ?? 8080));\n`;
}

/** Runs code that the reading of the source would refuse. */
function forced(text: string): ServiceTranscript {
  const transcript = drive(source(text), limits, true);
  if (!transcript) throw new Error('the driver said nothing');
  return transcript;
}

function judged(
  text: string,
  params: Params,
  transcript: ServiceTranscript | null = runService(source(text), limits) ?? null,
) {
  const submission = {
    exercise: { number: 26, answers: [{ file: 'servicio.ts', format: 'service' }] },
    answers: [source(text)],
    syntax: [],
    service: () => ({ read: readService(source(text)), ...(transcript && { seen: transcript }) }),
  };
  const { findings, status } = check.check(params, submission as unknown as Submission);
  return { status, found: findings.map(({ id, message }) => `${id} ${message}`), findings };
}

const start: Params = { start: true };

describe('a hostile or broken service', { timeout: 60_000 }, () => {
  it.each<[string, string, string]>([
    ['an endless loop', 'for (;;);', 'service/start silent'],
    ['never listening', 'setInterval(() => {}, 1000);', 'service/start silent'],
    ['a crash at the start', "throw new Error('sin configurar');", 'service/start exit'],
    ['an end without listening', 'const puerto = 8080;\nexport { puerto };', 'service/start ended'],
    [
      'a memory bomb in the heap',
      'const t: string[][] = []; for (;;) t.push(new Array(1e5).fill("x"));',
      'service/start memory',
    ],
    [
      'a memory bomb of buffers',
      "import { Buffer } from 'node:buffer';\nconst t: unknown[] = []; for (;;) t.push(Buffer.alloc(1e7, 1));",
      'service/start memory',
    ],
    ['printing megabytes', "const l = 'x'.repeat(1e5); setInterval(() => console.log(l), 0);", 'service/start output'],
    ['a fixed port', serving('').replace('Number(process.env.PORT ?? 8080)', '3000'), 'service/listen fixed'],
    ['loopback only', serving('').replace('?? 8080)', "?? 8080), '127.0.0.1'"), 'service/listen loopback'],
    ['a Unix socket', serving('').replace('Number(process.env.PORT ?? 8080)', "'/tmp/s.sock'"), 'service/listen fixed'],
    ['a call out', serving("fetch('http://192.0.2.1/').catch(() => {});"), 'service/refused connect'],
    ['a call out by name', serving("fetch('http://ejemplo.test/').catch(() => {});"), 'service/refused connect'],
    ['killing its parent', serving('try { process.kill(process.ppid); } catch {}'), 'service/refused process'],
    [
      'reading a file',
      "import { readFileSync } from 'node:fs';\nreadFileSync('/etc/passwd');",
      'service/import module',
    ],
    ['starting a process', "import { spawn } from 'node:child_process';\nspawn('ls');", 'service/import module'],
    ['another file', "import { x } from './otro.ts';\nx();", 'service/import file'],
    ['a module by a computed name', "const n = 'fs';\nawait import('node:' + n);", 'service/import computed'],
    ['require', "const fs = require('fs');\nfs.readFileSync('/etc/passwd');", 'service/import module'],
    ['no TypeScript', 'createServer((', 'service/syntax unfinished'],
    ['what the compiler refuses', "const http = require('http');\nawait http;", 'service/start exit'],
    ['code nested without end', `${'('.repeat(9_000)}1`, 'service/syntax tooDeep'],
    ['only a comment', '// nada\n', 'service/empty noCode'],
  ])('%s', (_, text, expected) => {
    const { found } = judged(text, start);
    expect(found).toContain(expected);
  });

  it('printing without a pause, whichever limit it meets first', () => {
    const { found } = judged("const l = 'x'.repeat(1e5); for (;;) console.log(l);", start);
    expect(found.join()).toMatch(/^service\/start (?:silent|output|memory)$/);
  });

  it('points at the port, the address and the module', () => {
    const text = serving("import 'node:fs';");
    const [module] = judged(text, start).findings;
    expect(text.slice(module?.at.from, module?.at.to)).toBe("'node:fs'");
    const fixed = serving('').replace('Number(process.env.PORT ?? 8080)', "3000, 'localhost'");
    expect(judged(fixed, start).findings.map(({ at }) => fixed.slice(at.from, at.to))).toEqual(['3000', "'localhost'"]);
  });
});

describe('the second fence, behind the reading of the source', { timeout: 60_000 }, () => {
  it.each<[string, string, RegExp]>([
    [
      'files',
      "import { readFileSync } from 'node:fs';\nreadFileSync('/etc/passwd');",
      /ERR_ACCESS_DENIED|Access to this API/,
    ],
    [
      'writing',
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('x', 'y');",
      /ERR_ACCESS_DENIED|Access to this API/,
    ],
    ['processes', "import { spawnSync } from 'node:child_process';\nspawnSync('ls');", /Timonel: process ls/],
    [
      'workers',
      "import { Worker } from 'node:worker_threads';\nnew Worker('x', { eval: true });",
      /Timonel: process x/,
    ],
    ['sockets', "import { connect } from 'node:net';\nconnect(80, '192.0.2.1');", /Timonel: connect/],
    ['TLS', "import { connect } from 'node:tls';\nconnect(443, '192.0.2.1');", /Timonel: connect/],
    [
      'names',
      "import { lookup } from 'node:dns/promises';\nawait lookup('ejemplo.test');",
      /Timonel: dns ejemplo\.test/,
    ],
    ['datagrams', "import { createSocket } from 'node:dgram';\ncreateSocket('udp4');", /Timonel: datagram/],
    ['code from text', "eval('1 + 1');", /Code generation from strings disallowed/],
    ['raw bindings', "(process as any).binding('fs');", /not a function/],
    [
      'modules by the back door',
      "(process as any).getBuiltinModule('node:fs').readFileSync('/etc/passwd');",
      /not a function/,
    ],
  ])('%s', (_, text, said) => {
    const { start: began } = forced(text);
    expect(began.state === 'ended' && began.end.code !== 0 && began.end.said).toMatch(said);
  });

  it('gives the process no environment but PORT', () => {
    const transcript = forced(
      serving("if (Object.keys(process.env).join() !== 'PORT') throw new Error(Object.keys(process.env).join());"),
    );
    expect(transcript.start.state).toBe('listening');
  });
});

describe('the contract', { timeout: 60_000 }, () => {
  const reference = readFileSync('solutions/26-servicio-de-tareas/servicio.ts', 'utf8');
  const all: Params = {
    start: true,
    stop: true,
    scenes: contract.map(({ id }) => id) as unknown as [(typeof contract)[0]['id']],
  };

  it('is kept by the reference, and seen alike twice', () => {
    const first = drive(source(reference), limits, true);
    expect(judged(reference, all, first).found).toEqual([]);
    expect(drive(source(reference), limits, true)).toEqual(first);
  });

  it('is not known without a run', () => {
    expect(judged(reference, all, null)).toMatchObject({ status: 'review', found: ['service/not-run here'] });
  });

  it('goes on with a new process after one that broke', () => {
    const fragile = reference.replace(
      "  throw new Rechazo(400, 'el cuerpo no es un objeto JSON');",
      '  process.exit(3);',
    );
    const transcript = drive(source(fragile), limits, true);
    expect(judged(fragile, { scenes: ['json-roto'] }, transcript).found).toEqual(['service/crash exit']);
    expect(judged(fragile, { scenes: ['desconocidas'] }, transcript).found).toEqual([]);
    expect(judged(fragile, { scenes: ['carga'] }, transcript).found).toEqual([]);
  });

  it('looks at the server on PORT, whichever listens first', () => {
    const metrics = `createServer((_, res) => void res.end()).listen(9090);\n`;
    const several = reference.replace('servidor.listen', `${metrics}servidor.listen`);
    expect(judged(several, { start: true, withoutPort: true, stop: true }).found).toEqual([]);
  });

  it('goes on over another connection when a large body was refused half-way', () => {
    const hasty = reference.replace(
      'if (longitud <= limite) trozos.push(trozo);',
      "if (longitud > limite) throw new Rechazo(413, 'grande');\n    trozos.push(trozo);",
    );
    expect(judged(hasty, { scenes: ['cuerpo-grande'] }).found).toEqual([]);
  });

  it('sees who listens to SIGTERM only after it listens on its port', () => {
    const late = `${reference.slice(0, reference.indexOf('for (const senal'))}
setTimeout(() => process.on('SIGTERM', () => servidor.close(() => process.exit(0))), 20);\n`;
    expect(judged(late, { scenes: ['crear'], stop: true }).found).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['another port', '3000', 'service/listen otherDefault'],
    ['none', 'Number.NaN', 'service/listen noDefault'],
  ])('wants port 8080 without the variable, and gets %s', (_, instead, expected) => {
    expect(judged(reference.replace('?? 8080', `?? ${instead}`), { withoutPort: true }).found).toEqual([expected]);
  });

  it('tells a service that ignores SIGTERM from one that does not listen to it', () => {
    const deaf = reference.replace('servidor.close(() => process.exit(0))', '{}');
    expect(judged(deaf, { stop: true }).found).toEqual(['service/stop ignored']);
    const unaware = reference.slice(0, reference.indexOf('for (const senal'));
    expect(judged(unaware, { stop: true }).found).toEqual(['service/sigterm-unheard none']);
  });
});
