import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { broken, pod, TestCourse } from '../testing/course.ts';
import { launcher } from '../testing/run.ts';

let course: TestCourse;
let session: ChildProcess;
let shown: string;
beforeEach(() => {
  course = new TestCourse();
  shown = '';
});
afterEach(async () => {
  if (session.exitCode === null && session.signalCode === null) {
    const end = ended();
    session.kill('SIGTERM');
    await end;
  }
  course.remove();
});

const sees = (text: string | RegExp, timeout = 25_000) =>
  vi.waitFor(() => expect(shown).toMatch(text), { timeout, interval: 10 });

function listen(child: ChildProcess): void {
  session = child;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      shown += text;
    });
  }
}

const env = { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '', FORCE_COLOR: '', TERM: 'xterm-256color' };
const args = () => [launcher, 'start', '--port', '0', '--root', course.root];

function ended(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => session.once('close', (code, signal) => resolve({ code, signal })));
}

describe('a study session without a terminal', () => {
  beforeEach(async () => {
    listen(spawn(process.execPath, args(), { cwd: course.root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
    await sees(/Sesión de estudio en http:\/\/127\.0\.0\.1:\d+\//);
  }, 30_000);

  it('says where the page is and grades each save, broken and deleted ones too', async () => {
    expect(shown).toContain('04  Un Pod con nginx    ○ pendiente');
    course.answer(broken);
    await sees('04-pod/respuesta.yaml:4:3  yaml/duplicate-key');
    shown = '';
    course.answer('a: [');
    await sees('yaml/syntax');
    shown = '';
    rmSync(course.path('exercises/04-pod/respuesta.yaml'));
    await sees('file/missing');
    shown = '';
    renameSync(course.write('exercises/04-pod/.respuesta.swp', pod), course.path('exercises/04-pod/respuesta.yaml'));
    await sees('Bien: 5 de 5 puntos.');
    expect(shown).not.toContain('\u001b');
  });

  it('tells the open page what was saved', async () => {
    const url = /http:\/\/\S+/.exec(shown)?.[0] ?? '';
    const stream = await fetch(`${url}eventos`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    course.answer(broken);
    let heard = '';
    while (!/^data: .*\n\n/m.test(heard)) heard += (await reader?.read())?.value ?? '';
    const event = JSON.parse(/^data: (.*)$/m.exec(heard)?.[1] ?? '');
    expect(event).toMatchObject({
      report: { id: 'pod', status: 'fail', checks: [{ findings: [{ id: 'yaml/duplicate-key' }] }] },
      answers: [{ path: 'respuesta.yaml', text: broken }],
    });
    await reader?.cancel();
  });

  it('builds the pages and serves them', async () => {
    const url = /http:\/\/\S+/.exec(shown)?.[0] ?? '';
    await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), { timeout: 50_000, interval: 200 });
    expect(await (await fetch(url)).text()).toContain('Un Pod con nginx');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
    const end = ended();
    session.kill(signal);
    expect(await end).toEqual({ code: 0, signal: null });
    expect(shown).toContain('Hasta la próxima.');
  });
});

/** `script` gives a command a terminal of its own. Where it is absent or not the one of util-linux, the test is skipped. */
const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
if (!hasScript) console.log('session in a terminal: skipped, there is no `script` of util-linux');

describe.skipIf(!hasScript)('a study session in a terminal', () => {
  beforeEach(async () => {
    // `exec`, because Ctrl+C reaches everything in the terminal and not every shell lives to tell how the session ended.
    const command = `stty rows 24 cols 80; exec ${[process.execPath, ...args()].join(' ')}`;
    listen(spawn('script', ['-qec', command, '/dev/null'], { cwd: course.root, env, stdio: ['pipe', 'pipe', 'pipe'] }));
    await sees('Guarda un fichero de respuesta');
  }, 30_000);

  it('draws one screen that fits, and ends with 0 on Ctrl+C', async () => {
    course.answer(broken);
    await sees('yaml/duplicate-key');
    const screen = shown.slice(shown.lastIndexOf('\u001b[H\u001b[J'));
    expect(screen).toMatch(/Kubernetes {19}\S*04✗/);
    expect(screen).toContain('http://127.0.0.1:');
    expect(screen.split('\n').length).toBeLessThanOrEqual(24);
    const end = ended();
    session.stdin?.write('\u0003');
    expect(await end).toEqual({ code: 0, signal: null });
    expect(shown.trimEnd()).toMatch(/Hasta la próxima\.$/);
  });
});
