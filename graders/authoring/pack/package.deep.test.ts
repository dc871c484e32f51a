import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { stackTrace } from '../../cli/testing/run.ts';
import { stepsOf } from './guide.ts';

/** Where the package is, and the folder of a person who installs it. */
const base = mkdtempSync(join(tmpdir(), 'timonel-paquete-'));
const home = join(base, 'persona');
afterAll(() => rmSync(base, { recursive: true, force: true }), 120_000);

const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', NO_COLOR: '1' };

function shell(commands: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-e'], { cwd, env, input: commands, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

beforeAll(() => {
  mkdirSync(home);
  const packed = shell(`npm pack --silent --pack-destination ${base}`, process.cwd());
  rmSync('dist', { recursive: true, force: true });
  expect(packed.status, packed.said).toBe(0);
  const tarball = readdirSync(base).find((name) => name.endsWith('.tgz'));
  const installed = shell(`npm install --offline --no-audit --no-fund ${join(base, tarball ?? '')}`, home);
  expect(installed.status, installed.said).toBe(0);
}, 300_000);

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the package', () => {
  const installed = join(home, 'node_modules');

  it('brings no other package, no source of the engine, no test, and less than 15 MB with its folders', () => {
    expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['timonel']);
    const files = filesUnder(installed);
    expect(
      files.filter((file) => /\.test\.ts$|graders\/.*(?<!respuesta)\.ts$|\/(?:accepted|rejected|prosa)\//.test(file)),
    ).toEqual([]);
    const all = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    const megabytes = all.reduce((sum, entry) => sum + statSync(join(installed, entry)).size, 0) / 1e6;
    expect(megabytes).toBeLessThan(15);
  });

  it('has the letters of its sentences as the sources have them: the bundle is read as ASCII', () => {
    const bundle = readFileSync(join(installed, 'timonel/dist/main.cjs'));
    expect(bundle.length).toBeGreaterThan(100_000);
    expect(bundle.findIndex((byte) => byte > 0x7f)).toBe(-1);
  });

  it('grades a class in parts as the image and the Job do: with the course that is there', () => {
    const deploy = (name: string) => readFileSync(join('graders/classroom/deploy', name), 'utf8');
    const workdir = [...deploy('Dockerfile').matchAll(/^WORKDIR (.*)$/gm)].at(-1)?.[1] ?? '';
    const places: readonly (readonly [string, string])[] = [
      ['/opt/timonel', join(installed, 'timonel')],
      ['/entregas', join(base, 'entregas')],
      ['/resultados', join(base, 'resultados')],
    ];
    const here = (text: string) => places.reduce((now, [there, path]) => now.replaceAll(there, path), text);
    const answer = join(base, 'entregas/ana/exercises/13-despliegue-canario/respuesta.yaml');
    for (const file of [answer, answer.replace('ana', 'bea')]) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, readFileSync('solutions/13-despliegue-canario/respuesta.yaml'));
    }
    const job = parseAllDocuments(deploy('job.yaml'))
      .map((one) => one.toJS())
      .find(({ kind }) => kind === 'Job');
    const script = here(job.spec.template.spec.containers[0].args[0]);
    for (let index = 0; index < job.spec.completions; index++) {
      const { status, said } = shell(
        `export JOB_COMPLETION_INDEX=${index}\n${script.replace('codigo=$?', '').replace('[ "$codigo" -le 1 ]', '')}`,
        here(workdir),
      );
      expect(status, said).toBe(0);
    }
    const merged = shell(
      `node graders/cli/timonel.mjs class merge ${here('/resultados')}/parte-* --out ${here('/resultados')}/clase`,
      here(workdir),
    );
    expect(merged.status, merged.said).toBe(0);
    const { submissions } = JSON.parse(readFileSync(join(base, 'resultados/clase/results.json'), 'utf8'));
    expect(submissions.map(({ id, points }: { id: string; points: { min: number } }) => [id, points.min > 0])).toEqual([
      ['ana', true],
      ['bea', true],
    ]);
  });

  it('names the licences of what it carries', () => {
    const text = readFileSync(join(installed, 'timonel/dist/LICENCES.md'), 'utf8');
    for (const name of ['yaml', 'commander', 'acorn', '@codemirror/view', 'minisearch'])
      expect(text).toContain(`\n## ${name} `);
  });

  it('says what to do where there is no course', () => {
    const { status, said } = shell('npx timonel grade', base.replace(/\/[^/]+$/, ''));
    expect(status).not.toBe(0);
    expect(said).not.toMatch(stackTrace);
  });

  it('studies: init, install, list, grade, hint', () => {
    const { status, said } = shell(
      'npx timonel init estudio && cd estudio && npm install --offline && npx timonel list && npx timonel hint 13',
      home,
    );
    expect(status, said).toBe(0);
    expect(said).toContain('30 pendientes');
    const solutions = join(installed, 'timonel/solutions');
    const own = JSON.parse(readFileSync(join(home, 'estudio/package.json'), 'utf8'));
    expect(own.devDependencies.timonel).toMatch(/^file:\.\.\/\.\.\/timonel-.*\.tgz$/);
    const graded = shell(`npx timonel grade 13 --dir ${solutions} --format json`, join(home, 'estudio'));
    expect(JSON.parse(graded.said).exercises[0]).toMatchObject({ id: 'despliegue-canario', status: 'pass' });
  });
});

describe('the guide', () => {
  it('does what it says, step by step', () => {
    const steps = stepsOf(readFileSync(join(import.meta.dirname, '../guia.md'), 'utf8'));
    expect(steps.length).toBeGreaterThan(15);
    const course = mkdtempSync(join(home, 'guia-'));
    let said = '';
    for (const step of steps) {
      const where = `guia.md:${step.line}`;
      if (step.kind === 'write') {
        mkdirSync(dirname(join(course, step.path)), { recursive: true });
        writeFileSync(join(course, step.path), step.text);
      } else if (step.kind === 'run') {
        // The last command may end with 1: a gate that still has something to say does.
        const ran = shell(step.commands, course);
        said = ran.said;
        expect(said, where).not.toMatch(stackTrace);
        expect([0, 1], `${where}\n${said}`).toContain(ran.status);
      } else {
        for (const line of step.lines) {
          const at = said.indexOf(line);
          expect(at, `${where}: «${line}» in\n${said}`).toBeGreaterThan(-1);
          said = said.slice(at + line.length);
        }
      }
    }
    expect(existsSync(join(course, 'site/dist/ejercicios/02-politica-de-red.html'))).toBe(true);
  });
});

describe('a class', () => {
  it('is graded, reported and exported from the package', () => {
    const { status, said } = shell(
      [
        'npx timonel init --course instructor',
        'mkdir -p entregas/ana/01-primer-servicio entregas/luis/01-primer-servicio',
        'cp instructor/solutions/01-primer-servicio/respuesta.yaml entregas/ana/01-primer-servicio/',
        'cp instructor/solutions/01-primer-servicio/rejected/ejemplo/respuesta.yaml entregas/luis/01-primer-servicio/',
        'npx timonel class entregas --out notas --workers 1 --course instructor',
      ].join('\n'),
      home,
    );
    expect(status, said).toBe(0);
    const csv = readFileSync(join(home, 'notas/csv/clase.csv'), 'utf8');
    expect(csv).toContain('ana');
    expect(existsSync(join(home, 'notas/informe/index.html'))).toBe(true);
  });
});

describe('a second course', () => {
  it('has three exercises of three formats, which are graded and published as its own', () => {
    const course = join(home, 'segundo');
    const { status, said } = shell(
      [
        'npx timonel init --course segundo',
        'npx timonel new exercise capas --format dockerfile --course segundo',
        'npx timonel new exercise contenedores --format literal --course segundo',
        'npx timonel list --course segundo',
        'npx timonel grade --course segundo --dir segundo/solutions --format json > segundo.json',
        'npx timonel site --course segundo --out publicado',
      ].join('\n'),
      home,
    );
    expect(status, said).toBe(0);
    const { exercises } = JSON.parse(readFileSync(join(home, 'segundo.json'), 'utf8'));
    expect(exercises.map(({ id, status: how }: Record<string, string>) => [id, how])).toEqual([
      ['primer-servicio', 'pass'],
      ['capas', 'pass'],
      ['contenedores', 'pass'],
    ]);
    expect(existsSync(join(course, 'solutions/02-capas/explicacion.md'))).toBe(true);
    const index = readFileSync(join(home, 'publicado/index.html'), 'utf8');
    expect(index).toContain('Para empezar');
    expect(index).not.toContain('Contenedores con Docker');
    const pages = filesUnder(join(home, 'publicado/ejercicios')).filter((file) => file.endsWith('.html'));
    expect(pages).toHaveLength(3);
    expect(existsSync(join(home, 'publicado/lecciones/servicios.html'))).toBe(true);
    expect(existsSync(join(home, 'publicado/lecciones/dockerfile.html'))).toBe(false);
  });
});
