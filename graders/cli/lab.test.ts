import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from './testing/course.ts';
import { timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
  course.write('app/web.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n');
  course.write('app/comandos.sh', 'kind create cluster -q\nkubectl apply -f web.yaml\n');
});
afterEach(() => course.remove());

const lab = (typed: string, ...args: readonly string[]) =>
  timonel(['lab', ...args], { cwd: join(course.root, 'app'), typed });
const file = () => join(course.root, 'app/mia.json');

describe('timonel lab', () => {
  it('runs a script, and what it leaves is gone on with from the file', async () => {
    const ran = await lab('', '.', '--script', 'comandos.sh', '--save', 'mia.json');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('$ kubectl apply -f web.yaml\nconfigmap/a created\n');
    const { out } = await lab('kubectl get configmap a -o name\n', '--session', 'mia.json');
    expect(out).toBe('$ kubectl get configmap a -o name\nconfigmap/a\n');
    expect(JSON.parse(readFileSync(file(), 'utf8')).commands).toEqual([
      { line: readFileSync(join(course.root, 'app/comandos.sh'), 'utf8'), script: true },
      'kubectl get configmap a -o name',
    ]);
  });

  it('undoes what was typed, and saves what is left', async () => {
    const { out } = await lab('echo a > x\necho b > x\ndeshacer\ncat x\nguardar mia.json\n', '.');
    expect(out).toBe(
      '$ echo a > x\n$ echo b > x\n$ deshacer\n» Deshecho: echo b > x\n$ cat x\na\n$ guardar mia.json\n» Sesión guardada en mia.json.\n',
    );
    expect(JSON.parse(readFileSync(file(), 'utf8')).commands).toEqual(['echo a > x', 'cat x']);
  });

  it('waits for the end of what is not whole', async () => {
    const { out } = await lab('for i in 1 2\ndo echo $i\ndone\n');
    expect(out).toBe('$ for i in 1 2\n> do echo $i\n> done\n1\n2\n');
  });

  it('stops a loop that never ends', async () => {
    const { out } = await lab('while true; do :; done\necho sigo\n');
    expect(out).toMatch(/» Parado: demasiadas órdenes[\s\S]*\$ echo sigo\nsigo\n$/);
  });

  it('tells a file that is no session, and writes nothing there', async () => {
    const { code, err } = await lab('ls\n', '--session', 'web.yaml');
    expect(code).toBe(2);
    expect(err).toContain('web.yaml no es una sesión guardada del laboratorio.');
    expect(existsSync(file())).toBe(false);
  });

  it('fails with the script that fails', async () => {
    course.write('app/mal.sh', 'set -e\nfalse\necho nunca\n');
    const { code, out } = await lab('', '.', '--script', 'mal.sh');
    expect(code).toBe(1);
    expect(out).not.toContain('nunca');
  });
});
