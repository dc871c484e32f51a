import { mkdirSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { broken, pod, TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const check = (...paths: readonly string[]) => timonel(['check', ...paths], { cwd: course.path('k8s') });
const pathsOf = (out: string): readonly string[] => JSON.parse(out).files.map(({ path }: { path: string }) => path);

describe('timonel check', () => {
  beforeEach(() => {
    course.write('k8s/web.yaml', pod);
  });

  it('ends with 0 when there is no error', async () => {
    expect((await check('web.yaml')).code).toBe(0);
  });

  it('ends with 1 and shows the line when there is one', async () => {
    course.write('k8s/mal.yaml', broken);
    const { code, out } = await check('mal.yaml');
    expect(code).toBe(1);
    expect(out).toContain('mal.yaml:4:3  yaml/duplicate-key');
    expect(out).toMatch(/1 error y \d+ avisos? en 1 fichero\.\n$/);
  });

  it('writes no control character as it is, in no format', async () => {
    course.write('k8s/raro.yaml', 'apiVersion: v1\nkind: Ser\u009b31mvice\u202e\n');
    for (const format of ['human', 'json']) {
      const { out } = await check('raro.yaml', '--format', format);
      expect(out).toContain('009');
      expect(out).not.toMatch(/[\u007f-\u009f\u202e]/);
    }
  });

  it('passes over what other tools read, and lays the patches of Kustomize over what they are for', async () => {
    const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 3 }\n';
    for (const name of ['replicas', 'old', 'other']) course.write(`k8s/prod/${name}.yaml`, patch);
    course.write(
      'k8s/prod/kustomization.yaml',
      'resources: [../web.yaml]\npatches: [{ path: ./replicas.yaml }, { patch: "- op: remove" }]\npatchesStrategicMerge: [old.yaml]\n',
    );
    course.write('k8s/grafana.yaml', 'apiVersion: 1 # of Grafana\ndatasources: []\n');
    course.write('k8s/compose.prod.yaml', 'services: {}\n');
    const { out } = await check('.', '--format', 'json');
    expect(pathsOf(out)).toEqual([
      'prod/kustomization.yaml',
      'prod/old.yaml',
      'prod/other.yaml',
      'prod/replicas.yaml',
      'web.yaml',
    ]);
    const { files } = JSON.parse(out) as { files: { path: string; findings: unknown[] }[] };
    for (const path of ['prod/old.yaml', 'prod/replicas.yaml'])
      expect(files.find((file) => file.path === path)?.findings).toEqual([]);
  });

  it('prints the documented JSON', async () => {
    course.write('k8s/mal.yaml', broken);
    const { code, out } = await check('mal.yaml', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      files: [
        {
          path: 'mal.yaml',
          findings: [
            {
              id: 'yaml/duplicate-key',
              severity: 'error',
              data: { key: 'name', firstLine: 3 },
              range: { start: { line: 4, column: 3 }, end: { line: 4, column: 7 } },
              doc: 'graders/parse/yaml/docs/duplicate-key.md',
            },
          ],
        },
      ],
    });
  });

  it('takes a folder as one world and passes over what is no manifest', async () => {
    course.write('k8s/app/Dockerfile', 'FROM nginx:1.29\n');
    course.write('k8s/app/web.json', '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a"}}');
    course.write('k8s/docker-compose.yml', 'services:\n  web:\n    image: nginx\n');
    course.write('k8s/values.yaml', 'replicas: 3\n');
    course.write('k8s/chart/Chart.yaml', 'apiVersion: v2\nname: web\nversion: 1.0.0\n');
    course.write('k8s/chart/templates/web.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n');
    course.write('k8s/package.json', '{"name": "x"}');
    course.write('k8s/.github/workflows/ci.yml', 'on: push\njobs: {}\n');
    course.write('k8s/node_modules/x/pod.yaml', broken);
    course.write('k8s/notas.txt', 'kind: Pod');
    const { code, out, err } = await check('.', '--format', 'json');
    expect(code).toBe(0);
    expect(pathsOf(out)).toEqual(['app/Dockerfile', 'app/web.json', 'web.yaml']);
    expect(err).toContain('`docker-compose.yml`');
    expect(err).toContain('`chart/templates/web.yaml`');
    expect(err).not.toContain('node_modules');
  });

  it('looks at a file that is named, whatever it is', async () => {
    course.write('k8s/docker-compose.yml', 'services:\n  web:\n    image: nginx\n');
    expect((await check('docker-compose.yml')).code).toBe(1);
  });

  it('keeps the worlds of two paths apart', async () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';
    course.write('k8s/a/service.yaml', service);
    course.write('k8s/b/service.yaml', service);
    const { out } = await check('a', 'b', '--format', 'json');
    expect(pathsOf(out)).toEqual(['a/service.yaml', 'b/service.yaml']);
    const once = await check('a', '--format', 'json');
    expect(JSON.parse(out).files[0].findings).toEqual(JSON.parse(once.out).files[0].findings);
  });

  it('does not follow links that lead in circles', async () => {
    mkdirSync(course.path('k8s/dentro'));
    symlinkSync('..', course.path('k8s/dentro/fuera'));
    expect(await check('.')).toMatchObject({ code: 0 });
  });

  it.each([
    ['a path that is not there', ['nada.yaml'], 'file/missing'],
    ['a device', ['/dev/zero'], 'file/unreadable'],
    ['a folder without manifests', ['vacia'], 'No hay nada que revisar'],
    ['a file of another kind', ['notas.txt'], 'No hay nada que revisar'],
  ])('ends with 2 for %s', async (_name, paths, said) => {
    course.write('k8s/notas.txt', 'x');
    mkdirSync(course.path('k8s/vacia'));
    const { code, out, err } = await check(...paths);
    expect(code).toBe(2);
    expect(`${out}${err}`).toContain(said);
    expect(`${out}${err}`).not.toMatch(stackTrace);
  });

  it('still looks at the other paths when one cannot be read', async () => {
    course.write('k8s/mal.yaml', broken);
    const { code, out } = await check('nada.yaml', 'mal.yaml');
    expect(code).toBe(2);
    expect(out).toContain('file/missing');
    expect(out).toContain('yaml/duplicate-key');
  });
});
