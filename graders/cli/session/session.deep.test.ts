import { type ChildProcess, spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { broken, pod, TestCourse } from '../testing/course.ts';
import { launcher } from '../testing/launcher.ts';

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
    // What was built before is told first.
    const report = /^event: report\ndata: (.*)\n\n/m;
    let heard = '';
    while (!report.test(heard)) heard += (await reader?.read())?.value ?? '';
    const event = JSON.parse(report.exec(heard)?.[1] ?? '');
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

  it('builds what an author edits and tells the open pages which ones are others', async () => {
    const url = /http:\/\/\S+/.exec(shown)?.[0] ?? '';
    const page = `${url}ejercicios/04-pod.html`;
    await vi.waitFor(async () => expect((await fetch(page)).status).toBe(200), { timeout: 50_000, interval: 200 });
    const stream = await fetch(`${url}eventos`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async () => {
      while (!heard.includes('["ejercicios/04-pod.html",')) heard += (await reader?.read())?.value ?? '';
    };
    // Who comes late is told what was built before.
    await hear();
    for (const said of ['Un enunciado nuevo.', 'Y otro más.']) {
      heard = '';
      course.write('exercises/04-pod/enunciado.md', `# Pod\n\n${said}\n`);
      await hear();
      expect((await (await fetch(page)).text()).includes(said)).toBe(true);
    }
    // The whole site was built once: the pages of findings, the scripts and the home page are what they were.
    expect(heard).not.toMatch(/"index\.html"|"reglas\/|"portada\.js"/);
    await reader?.cancel();
  }, 90_000);

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
    const end = ended();
    session.kill(signal);
    expect(await end).toEqual({ code: 0, signal: null });
    expect(shown).toContain('Hasta la próxima');
  });
});
