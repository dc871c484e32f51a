import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import './commands/gate.ts';
import './commands/init.ts';
import { thorough } from '../vitest/quick.ts';
import { timonel } from './testing/run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-inicio-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], typed?: string) =>
  timonel(args, { cwd: folder, ...(typed !== undefined && { typed }) });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('timonel init', () => {
  thorough('leaves the exercises as they are at the start, and what a workspace has besides', async () => {
    const { code, out, err } = await run(['init', 'curso']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('`curso` está lista');
    expect(readdirSync(join(folder, 'curso/exercises')).filter((name) => /^\d/.test(name))).toHaveLength(31);
    const { scripts, dependencies, devDependencies } = JSON.parse(read('curso/package.json'));
    expect(scripts).toEqual({ start: 'timonel start', test: 'timonel grade' });
    expect([dependencies, Object.keys(devDependencies)]).toEqual([undefined, ['timonel']]);
    expect(read('curso/exercises/13-despliegue-canario/respuesta.yaml')).toBe(
      readFileSync('exercises/13-despliegue-canario/starter/respuesta.yaml', 'utf8'),
    );
    expect(existsSync(join(folder, 'curso/solutions'))).toBe(false);
    const graded = await timonel(['list', '--course', join(folder, 'curso'), '--format', 'json']);
    const { exercises } = JSON.parse(graded.out);
    expect(exercises.map(({ status }: { readonly status: string }) => status)).toEqual(Array(31).fill('pending'));
    expect(exercises[4].module).toBe('Kubernetes');
  });

  it('leaves a course that can be published, with one exercise', async () => {
    const { code } = await run(['init', '--course', 'mio']);
    expect(code).toBe(0);
    const gate = await timonel(['gate', '--course', join(folder, 'mio')]);
    expect(gate.out).toContain('El ejercicio se puede publicar');
    expect(gate.code).toBe(0);
  });

  it('tells an author’s editor which schema each file has, and all of them are packed', async () => {
    await run(['init', '--course', 'mio']);
    const settings = JSON.parse(read('mio/.vscode/settings.json'));
    const named = [
      ...Object.keys(settings['yaml.schemas']),
      ...settings['json.schemas'].map(({ url }: { url: string }) => url),
    ];
    const inPackage = /^\.\/node_modules\/timonel\/dist\/(schemas\/\w+\.schema\.json)$/;
    expect(named.map((path) => inPackage.exec(path)?.[1]).filter((path) => path && existsSync(path))).toEqual(
      ['exercise', 'course', 'variants', 'manifest', 'class'].map((name) => `schemas/${name}.schema.json`),
    );
  });

  it('asks before it adds to a folder that is not empty, and touches nothing that is there', async () => {
    writeFileSync(join(folder, 'README.md'), 'mío');
    expect((await run(['init', '.'])).err).toContain('repite el comando con `--yes`');
    expect((await run(['init', '.'], 'n\n')).out).toContain('No he escrito nada.');
    expect(readdirSync(folder)).toEqual(['README.md']);
    const { out } = await run(['init', '--course', '.', '--yes']);
    expect(out).toContain('Esto ya estaba, y sigue como estaba:\n  README.md\n');
    expect(out).not.toMatch(/\{[a-z]+[:}]/);
    expect(read('README.md')).toBe('mío');
    expect(existsSync(join(folder, 'exercises/01-primer-servicio/exercise.yaml'))).toBe(true);
  });

  it('takes one folder only', async () => {
    const { code, err } = await run(['init', 'a', '--course', 'b']);
    expect(code).toBe(2);
    expect(err).toContain('Di una sola carpeta');
  });
});
