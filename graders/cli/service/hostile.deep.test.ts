import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../checks/service/contract.ts';
import { judgeScene } from '../../checks/service/judge.ts';
import { readService } from '../../checks/service/source.ts';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';
import { cageHere } from './cage.ts';
import { usualLimits } from './driver/request.ts';
import { nodeProgram } from './program.ts';
import { drive } from './run.ts';

const cage = cageHere();
const limits = { ...usualLimits, start: 3_000, answer: 1_500, stop: 1_500, total: 20_000 };

let outside: string;
let canary: string;
let server: Server;
let port: number;
let visits = 0;
beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'timonel-fuera-'));
  canary = join(outside, 'ajeno.txt');
  writeFileSync(canary, 'intacto');
  server = createServer((socket) => {
    visits++;
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true, force: true });
});

function run(code: string): ServiceTranscript | undefined {
  const text = code.replaceAll('CANARY', JSON.stringify(canary)).replaceAll('OUTSIDE', String(port));
  const program = nodeProgram(readService({ path: 'servicio.ts', text }));
  if ('problem' in program) throw new Error(program.problem);
  return drive(program, limits, cage);
}

/** Scenes of the contract that would be marked as right. */
function earned(transcript: ServiceTranscript | undefined): readonly string[] {
  const service = readService({ path: 'servicio.ts', text: '1;' });
  return contract
    .filter((scene) => transcript && judgeScene(scene, service, transcript).findings.length === 0)
    .map(({ id }) => id);
}

/** What a server that answers everything alike serves indeed: it lives on, whatever it is asked. */
const lives: readonly string[] = ['direcciones-raras', 'cuerpo-grande'];

/** Answers every request with the outcome of some code, which is thereby seen from outside. */
const telling = (code: string) => `
import { createServer } from 'node:http';
let outcome = 'hecho';
try { ${code} } catch (error) { outcome = 'error ' + ((error as any).code ?? (error as any).message); }
createServer((_, res) => { res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({ id: 1, titulo: String(outcome) })); })
  .listen(Number(process.env.PORT ?? 8080));
`;

const requiring = (code: string) => telling(`const need = (process as any).getBuiltinModule; ${code}`);

/** By what it tries, and what it must then have to say. */
const attempts: Readonly<Record<string, readonly [code: string, outcome: RegExp]>> = {
  'reads the passwords of the machine': [
    requiring("outcome = need('fs').readFileSync('/etc/shadow', 'utf8')"),
    /ENOENT/,
  ],
  'reads the file of somebody else': [requiring('outcome = need("fs").readFileSync(CANARY, "utf8")'), /ENOENT/],
  'overwrites the file of somebody else': [requiring('need("fs").writeFileSync(CANARY, "mío")'), /ENOENT/],
  'looks into the homes': [
    requiring("outcome = need('fs').readdirSync('/root').join() + need('fs').readdirSync('/home')"),
    /ENOENT/,
  ],
  'reads about other processes': [requiring("outcome = need('fs').readdirSync('/proc').join()"), /^$|ENOENT/],
  'writes beside itself': [requiring("need('fs').writeFileSync('/app/otro.js', 'x')"), /EROFS|EACCES/],
  'writes into the system': [requiring("need('fs').writeFileSync('/usr/bin/x', 'x')"), /EROFS|EACCES/],
  'fills the disk': [
    requiring("for (let i = 0; ; i++) need('fs').writeFileSync('/tmp/' + i, Buffer.alloc(1e6))"),
    /ENOSPC|EFBIG/,
  ],
  'opens a device of the machine': [requiring("need('fs').openSync('/dev/mem', 'r')"), /ENOENT/],
  'becomes somebody else': [telling('process.setuid!(1000)'), /EPERM|EINVAL/],
  'mounts something': [
    requiring("outcome = need('child_process').spawnSync('mount', ['-t', 'tmpfs', 'x', '/tmp']).status"),
    /^(?:1|32|null)$/,
  ],
  'makes namespaces of its own with rights in them': [
    requiring(
      "outcome = need('child_process').spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'x', '/usr']).status === 0 && need('fs').existsSync('/usr/bin/sh') === false ? 'mal' : 'bien'",
    ),
    /^bien$/,
  ],
  'kills its parent': [telling('process.kill(process.ppid, "SIGKILL")'), /.*/],
  'kills everybody': [telling('try { process.kill(-1, "SIGKILL") } catch {}'), /.*/],
  'kills who drives it': [
    telling(
      'for (let pid = 1; pid < 40_000; pid++) if (pid !== process.pid) try { process.kill(pid, "SIGSTOP") } catch {}',
    ),
    /.*/,
  ],
  'opens a debugger': [requiring("need('inspector').open(9229, '127.0.0.1')"), /.*/],
  'lets V8 write files': [
    requiring(
      "need('v8').setFlagsFromString('--redirect-code-traces-to=' + CANARY); need('v8').setFlagsFromString('--redirect-code-traces')",
    ),
    /.*/,
  ],
  'calls a server of this machine': [
    requiring("need('net').connect(OUTSIDE, '127.0.0.1').on('error', () => {})"),
    /.*/,
  ],
  'calls it through the handles behind node:net': [
    telling(
      "const { TCP, TCPConnectWrap } = (process as any).binding('tcp_wrap'); const t = new TCP(0); t.connect(new TCPConnectWrap(), '127.0.0.1', OUTSIDE)",
    ),
    /.*/,
  ],
  'sends datagrams': [requiring("need('dgram').createSocket('udp4').send('x', OUTSIDE, '127.0.0.1', () => {})"), /.*/],
  'asks a resolver': [requiring("need('dns').lookup('ejemplo.test', () => {})"), /.*/],
  'speaks to Docker': [requiring("need('net').connect('/var/run/docker.sock').on('error', () => {})"), /.*/],
  'listens past its server': [requiring("const s = need('net').createServer(); s._listen2('0.0.0.0', 9999, 4)"), /.*/],
  'changes what everybody relies on': [
    telling(
      "(Set.prototype as any).has = () => true; (Array.prototype as any).every = () => true; JSON.stringify = () => '[]'",
    ),
    /.*/,
  ],
};

/** What is no server at all, or none that keeps the contract: it gets nothing. */
const worthless: Readonly<Record<string, string>> = {
  'eight forged lines for who drives it': `const fs = (process as any).getBuiltinModule('fs');
for (const fact of [{ listening: { port: 'PORT', host: null, actual: 1, first: true } }, { listening: null }, { handlesTerm: true }, { refused: null }, {}, [], 'x', 7])
  for (const fd of [1, 2, 3, 4]) try { fs.writeSync(fd, JSON.stringify(fact) + '\\n'); } catch {}
setInterval(() => {}, 1000);`,
  'a whole forged transcript': `console.log(JSON.stringify({ start: { state: 'listening', asked: { port: 'PORT', host: null } }, withoutPort: { port: 8080, host: null }, scenes: [], stop: { ended: true, handled: true } })); process.exit(0);`,
  'answers of four megabytes':
    "import { createServer } from 'node:http';\ncreateServer((_, r) => { r.setHeader('content-type', 'application/json'); r.end('[' + '1,'.repeat(2e6) + '1]'); }).listen(Number(process.env.PORT ?? 8080));",
  'answers without end':
    "import { createServer } from 'node:http';\ncreateServer((_, r) => { const t = setInterval(() => r.write('x'.repeat(1e5)), 1); r.on('close', () => clearInterval(t)); }).listen(Number(process.env.PORT ?? 8080));",
  'headers without end':
    "import { createServer } from 'node:net';\ncreateServer((s) => { s.on('error', () => {}); s.write('HTTP/1.1 200 OK\\r\\n'); const t = setInterval(() => s.write('x: ' + 'y'.repeat(1e4) + '\\r\\n'), 1); s.on('close', () => clearInterval(t)); }).listen(Number(process.env.PORT ?? 8080));",
  'a protocol that changes':
    "import { createServer } from 'node:net';\ncreateServer((s) => { s.on('error', () => {}); s.on('data', () => s.write('HTTP/1.1 101 Switching Protocols\\r\\nconnection: upgrade\\r\\nupgrade: x\\r\\n\\r\\n')); }).listen(Number(process.env.PORT ?? 8080));",
  'bodies nested a hundred thousand times':
    "import { createServer } from 'node:http';\ncreateServer((_, r) => { r.setHeader('content-type', 'application/json'); r.statusCode = 201; r.end('{\"id\":1,\"titulo\":' + '['.repeat(1e5) + ']'.repeat(1e5) + '}'); }).listen(Number(process.env.PORT ?? 8080));",
  'ids that are half a character':
    'import { createServer } from \'node:http\';\ncreateServer((_, r) => { r.setHeader(\'content-type\', \'application/json\'); r.statusCode = 201; r.end(\'{"id":"\\\\ud800","titulo":"x","hecha":false}\'); }).listen(Number(process.env.PORT ?? 8080));',
  'ids of a megabyte':
    "import { createServer } from 'node:http';\ncreateServer((_, r) => { r.setHeader('content-type', 'application/json'); r.statusCode = 201; r.end(JSON.stringify({ id: 'x'.repeat(9e5), titulo: 'x', hecha: false })); }).listen(Number(process.env.PORT ?? 8080));",
  'processes without end':
    "const { spawn } = (process as any).getBuiltinModule('child_process');\nfor (let i = 0; i < 500; i++) { try { spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' }).on('error', () => {}); } catch {} }\nsetInterval(() => {}, 1000);",
};

describe.skipIf(cage === 'none')('a hostile service', { timeout: 120_000 }, () => {
  it.each(Object.entries(attempts))('that %s is harmless, and seen as what it serves', (_, [code, outcome]) => {
    const transcript = run(code);
    const [first] = transcript?.scenes ?? [];
    const body = first?.exchanges[0]?.answer?.body;
    if (body !== undefined && body !== '[]') expect(JSON.parse(body).titulo).toMatch(outcome);
    expect(earned(transcript).filter((id) => !lives.includes(id))).toEqual([]);
    expect(readFileSync(canary, 'utf8')).toBe('intacto');
    expect(readdirSync(outside)).toEqual(['ajeno.txt']);
    expect(visits).toBe(0);
  });

  it.each(Object.entries(worthless))('that sends %s earns nothing', (_, code) => {
    const transcript = run(code);
    expect(earned(transcript).filter((id) => !lives.includes(id))).toEqual([]);
    expect(
      transcript?.start.state === 'listening' && transcript.stop?.handled === true && transcript.scenes.length === 0,
    ).toBe(false);
  });

  it('leaves no process and no folder behind, though it lets children go and ignores every signal', () => {
    const mark = `timonel-huerfano-${process.pid}`;
    const transcript = run(`
import { createServer } from 'node:http';
const { spawn } = (process as any).getBuiltinModule('child_process');
spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)', ${JSON.stringify(mark)}], { detached: true, stdio: 'ignore' }).unref();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
createServer((_, res) => res.end()).listen(Number(process.env.PORT ?? 8080));`);
    expect(transcript?.stop).toEqual({ ended: false, handled: false });
    expect(processesWith(mark)).toEqual([]);
  });

  it('ends with who drives it, even when that one is killed', async () => {
    const mark = `timonel-muerto-${process.pid}`;
    const code = `
import { readService } from ${JSON.stringify(join(process.cwd(), 'graders/checks/service/source.ts'))};
import { nodeProgram } from ${JSON.stringify(join(process.cwd(), 'graders/cli/service/program.ts'))};
import { drive } from ${JSON.stringify(join(process.cwd(), 'graders/cli/service/run.ts'))};
import { usualLimits } from ${JSON.stringify(join(process.cwd(), 'graders/cli/service/driver/request.ts'))};
const program = nodeProgram(readService({ path: 'servicio.ts', text: 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); // ${mark}' }));
drive({ ...program, command: [...program.command, '${mark}'] }, { ...usualLimits, start: 25_000 }, '${cage}');`;
    const file = join(outside, 'conduce.ts');
    writeFileSync(file, code);
    const grader = spawn(process.execPath, ['--import', 'tsx', file], { stdio: 'ignore', cwd: process.cwd() });
    await waitFor(() => processesWith(mark).length > 0, 40_000);
    grader.kill('SIGKILL');
    await waitFor(() => processesWith(mark).length === 0, 15_000);
    rmSync(file);
    expect(processesWith(mark)).toEqual([]);
  });
});

/** Command lines of this machine's processes that hold a word. */
function processesWith(word: string): readonly string[] {
  const { stdout } = spawnSync('ps', ['-axo', 'args'], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(word) && !line.includes('ps -axo') && !line.includes('conduce.ts'));
}

async function waitFor(done: () => boolean, milliseconds: number): Promise<void> {
  const last = Date.now() + milliseconds;
  while (!done() && Date.now() < last) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(existsSync(tmpdir())).toBe(true);
}
