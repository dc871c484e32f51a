import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import check from '../../checks/service/check.ts';
import { contract } from '../../checks/service/contract.ts';
import type { Params } from '../../checks/service/params.ts';
import { readService } from '../../checks/service/source.ts';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';
import type { Submission } from '../../checks/submission.ts';
import { type Cage, cageHere } from './cage.ts';
import { usualLimits } from './driver/request.ts';
import { nodeProgram } from './program.ts';
import { drive } from './run.ts';

/** The machine of the tests may be busy: what must not happen in time is waited for briefly, the rest for long. */
const limits = { ...usualLimits, start: 6_000, answer: 10_000, stop: 4_000, total: 90_000 };

function source(text: string) {
  return { path: 'servicio.ts', text };
}

/** A server that answers everything alike, after some code of the test. */
function serving(code: string, handler = 'res.end()'): string {
  return `import { createServer } from 'node:http';\n${code}\ncreateServer((req, res) => { ${handler} }).listen(Number(process.env.PORT ?? 8080));\n`;
}

const cage = cageHere();

/** What is seen of a service, in the best cage there is. */
function seen(text: string, kind: Cage = cage): ServiceTranscript {
  const program = nodeProgram(readService(source(text)));
  if ('problem' in program)
    return {
      start: { state: 'ended', end: { how: 'exit', code: 1, signal: null, said: program.problem } },
      scenes: [],
    };
  const transcript = drive(program, limits, kind);
  if (!transcript) throw new Error('the driver said nothing');
  return transcript;
}

/** Code that may not be read is not run. */
function seenIfRead(text: string): ServiceTranscript | null {
  const { findings, hasCode } = readService(source(text));
  return findings.length > 0 || !hasCode ? null : seen(text);
}

function judged(text: string, params: Params, transcript: ServiceTranscript | null = seenIfRead(text)) {
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

describe('a hostile or broken service', { timeout: 170_000 }, () => {
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

describe('the contract', { timeout: 170_000 }, () => {
  const reference = readFileSync('solutions/26-servicio-de-tareas/servicio.ts', 'utf8');
  const all: Params = {
    start: true,
    stop: true,
    scenes: contract.map(({ id }) => id) as unknown as [(typeof contract)[0]['id']],
  };

  it('is kept by the reference, and seen alike twice', () => {
    const first = seen(reference);
    expect(judged(reference, all, first).found).toEqual([]);
    expect(seen(reference)).toEqual(first);
  });

  it.each(['none', 'user', 'root'] as const)('is seen alike with the cage %s', (kind) => {
    const possible = kind === 'none' || kind === cage || (kind === 'user' && cage === 'root');
    if (possible) expect(judged(reference, all, seen(reference, kind)).found).toEqual([]);
  });

  it('gives the process no environment but PORT', () => {
    const nosy = serving(
      "if (Object.keys(process.env).join() !== 'PORT' && process.env.PORT) throw new Error(Object.keys(process.env).join());",
    );
    expect(seen(nosy).start.state).toBe('listening');
  });

  it('is not known without a run', () => {
    expect(judged(reference, all, null)).toMatchObject({ status: 'review', found: ['service/not-run here'] });
  });

  it('goes on with a new process after one that broke', () => {
    const fragile = reference.replace(
      "  throw new Rechazo(400, 'el cuerpo no es un objeto JSON');",
      '  process.exit(3);',
    );
    const transcript = seen(fragile);
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
