import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launcher } from '../testing/launcher.ts';
import { hasTmux, TestTerminal } from '../testing/terminal.ts';

if (!hasTmux) console.log('a student in a terminal: skipped, there is no tmux');

const exercises = ['04-pod-nginx', '05-deployment-y-service', '13-despliegue-canario'];
const home = process.cwd();
let root: string;
let terminal: TestTerminal;

const start = `env LC_ALL=C.UTF-8 NO_COLOR=1 ${process.execPath} ${launcher} start --port 0`;
const answers = (folder: string) =>
  readdirSync(join(home, 'exercises', folder, 'starter')).map((file) => ({
    file,
    at: join(root, 'exercises', folder, file),
  }));
const solve = (folder: string) => {
  for (const { file, at } of answers(folder)) {
    // As many editors save: a new file that is renamed into place.
    const text = readFileSync(join(home, 'solutions', folder, file));
    writeFileSync(`${at}~`, text);
    renameSync(`${at}~`, at);
  }
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'timonel-estudiante-'));
  for (const folder of exercises) {
    cpSync(join(home, 'exercises', folder), join(root, 'exercises', folder), { recursive: true });
    cpSync(join(home, 'solutions', folder), join(root, 'solutions', folder), { recursive: true });
    // The answers of the checkout may be somebody's.
    for (const { file, at } of answers(folder)) cpSync(join(home, 'exercises', folder, 'starter', file), at);
  }
});
afterEach(() => {
  terminal.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

describe.skipIf(!hasTmux)('a student in a terminal', () => {
  it('solves three exercises, breaks one, recovers, and comes back to where they were', async () => {
    terminal = new TestTerminal(`${start} --root ${root}`, root);
    const first = await terminal.sees('Qué hacer ahora');
    expect(first).toContain('exercises/04-pod-nginx/respuesta.yaml');
    expect(first).toMatch(/http:\/\/127\.0\.0\.1:\d+\/ejercicios\/04-pod-nginx\.html/);
    expect(first.trimEnd().split('\n').length).toBeLessThanOrEqual(24);

    solve('04-pod-nginx');
    expect(await terminal.sees('★ Bien')).toContain('1 de 3');
    terminal.press('n');
    await terminal.sees('05 · Deployment y Service');

    terminal.press('h');
    await terminal.sees('Pista 1 de');
    solve('05-deployment-y-service');
    await terminal.sees('2 de 3');

    const broken = join(root, 'exercises/05-deployment-y-service/respuesta.yaml');
    writeFileSync(broken, 'kind: [\n');
    expect(await terminal.sees('✗ por corregir')).toContain('yaml/syntax');
    terminal.press('e');
    await terminal.sees('── Explicación');
    terminal.press('r');
    await terminal.sees('como al principio?');
    terminal.press('s');
    await terminal.sees('Como al principio.');
    terminal.press('u');
    expect(await terminal.sees('Tu respuesta ha vuelto')).toContain('yaml/syntax');
    rmSync(broken);
    await terminal.sees('file/missing');
    solve('05-deployment-y-service');
    await terminal.sees('★ Bien');

    terminal.resize(50, 24);
    expect(await terminal.sees(/^─.*─$/m)).toContain('2 de 3');
    terminal.resize(80, 24);
    terminal.press('l', '/');
    await terminal.sees('Buscar:');
    terminal.press('c', 'a', 'n', 'a', 'r', 'i', 'o', 'Enter');
    await terminal.sees('13 · Despliegue canario');
    solve('13-despliegue-canario');
    expect(await terminal.sees('3 de 3')).toContain('★ Bien');
    terminal.press('q');
    await terminal.sees('Llevas 3 de 3 ejercicios.');
    await terminal.sees('[fin 0]');

    const kept = JSON.parse(readFileSync(join(root, '.timonel/progreso.json'), 'utf8'));
    expect(Object.keys(kept.exercises).sort()).toEqual(['deployment-y-service', 'despliegue-canario', 'pod-nginx']);
    expect(kept.exercises['deployment-y-service']).toMatchObject({
      hints: [expect.any(Number)],
      solved: expect.any(String),
    });
    expect(kept.exercises['deployment-y-service'].stumbles).toContainEqual({ id: 'yaml/syntax', times: 2 });
  });

  it('solves the exercise for practice by doing what the screen says', async () => {
    const practice = '00-primer-rumbo';
    for (const place of ['exercises', 'solutions'])
      cpSync(join(home, place, practice), join(root, place, practice), { recursive: true });
    const answer = join(root, 'exercises', practice, 'respuesta.yaml');
    cpSync(join(home, 'exercises', practice, 'starter/respuesta.yaml'), answer);
    const replace = (line: number, from: string, to: string): void => {
      const lines = readFileSync(answer, 'utf8').split('\n');
      expect(lines[line - 1]).toContain(from);
      lines[line - 1] = lines[line - 1]?.replace(from, to) ?? '';
      writeFileSync(answer, lines.join('\n'));
    };
    terminal = new TestTerminal(`${start} --root ${root}`, root);
    // A screen is drawn line by line: wait for the last of what is read from it.
    const change = /línea\s+(\d+)\s.*?cambia\s+`(.*?)`\s+por\s+`(.*?)`/s;
    const first = await terminal.sees(change);
    expect(first).toContain('00 · Primer rumbo');
    expect(first).toContain('0 de 3');
    expect(first).toContain(`exercises/${practice}/respuesta.yaml`);
    const [, line, from, to] = change.exec(first) ?? [];
    replace(Number(line), from ?? '', to ?? '');
    const wrongPort = /Escucha\s+en\s+(\d+).*?respuesta\.yaml:(\d+):\d+\s+reach\/wrong-port/s;
    const second = await terminal.sees(wrongPort);
    const [, port, place] = wrongPort.exec(second) ?? [];
    replace(Number(place), 'targetPort: 80 ', `targetPort: ${port} `);
    expect(await terminal.sees('★ Bien: 1 de 1')).toContain('0 de 3');
    terminal.press('n');
    await terminal.sees('04 · Un pod con nginx');
  });

  it('survives bursts, damage to the progress file and to an exercise, and Ctrl+C gives the terminal back', async () => {
    const definition = join(root, 'exercises/13-despliegue-canario/exercise.yaml');
    const spec = readFileSync(definition, 'utf8');
    cpSync(join(home, 'package.json'), join(root, '.timonel', 'progreso.json'));
    terminal = new TestTerminal(`echo ANTES; ${start} --root ${root}`, root);
    await terminal.sees('El fichero de progreso estaba dañado.');
    const answer = join(root, 'exercises/04-pod-nginx/respuesta.yaml');
    for (let round = 0; round < 40; round++) writeFileSync(answer, `a: ${round}\n`);
    writeFileSync(definition, 'checks: [\n');
    await terminal.sees(/13 ✗|no se puede leer/);
    for (const { at } of answers('05-deployment-y-service')) writeFileSync(at, '');
    await terminal.sees(/05 [·✗○]/);
    solve('04-pod-nginx');
    await terminal.sees('★ Bien');
    writeFileSync(definition, spec);
    await terminal.sees('13 · Despliegue canario con un VirtualService  ○ pendiente');
    terminal.press('l');
    expect(await terminal.sees(/13 {2}Despliegue canario.*○ pendiente/)).toContain('✓ bien');
    terminal.press('C-c');
    const after = await terminal.sees('[fin 0]');
    expect(after).toContain('ANTES');
    expect(after).toContain('Llevas 1 de 3 ejercicios.');
  });

  it('with --plain says each thing once, in lines, and takes letters with Enter', async () => {
    terminal = new TestTerminal(`${start} --plain --root ${root}`, root, 100, 200);
    await terminal.sees('Escribe una letra y pulsa Intro');
    await terminal.sees('04 · Un pod con nginx  ○ pendiente');
    terminal.press('h', 'Enter');
    await terminal.sees('Pista 1 de');
    solve('04-pod-nginx');
    await terminal.sees('Bien:');
    expect(terminal.screen).not.toMatch(/[─█▒]/);
    terminal.press('q', 'Enter');
    await terminal.sees('[fin 0]');
  });
});
