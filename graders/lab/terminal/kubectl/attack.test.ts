import { describe, expect, it } from 'vitest';
import { few, thorough } from '../../../vitest/quick.ts';
import { deskWith, type } from './testing/transcript.ts';

const pod = (more = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: p${more} }\nspec: { containers: [{ name: c, image: "nginx:1.28" }] }\n`;
const applied = (text: string) => type(deskWith([{ path: 'a.yaml', text }]), 'kubectl apply -f a.yaml');

describe('hostile names', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../etc',
    'a'.repeat(5000),
    '{{.}}',
    '%s%n',
    '\\u0000',
    '-',
    '--',
  ];

  it.each(hostile)('%s is no kind, no name, no context and no field', (name) => {
    const desk = deskWith();
    for (const words of [
      ['get', name],
      ['get', 'pods', name],
      ['describe', `pod/${name}`],
      ['get', 'pods', '-l', name],
      ['get', 'pods', `--field-selector=${name}=x`],
      ['get', 'pods', '-n', name],
      ['get', 'pods', `--context=${name}`],
      ['get', 'pods', '-o', name],
      ['get', 'pods', '-o', `jsonpath={.${name}}`],
      ['get', 'pods', '-o', `custom-columns=A:.${name}`],
      ['explain', `pod.${name}`],
      ['create', 'deployment', name, '--image=nginx'],
      ['create', 'configmap', 'c', `--from-literal=${name}=1`],
      ['label', 'ns', 'default', `${name}=1`],
      ['wait', '--for', name, 'ns/default', '--timeout=1s'],
      [name],
    ]) {
      const done = type(desk, ['kubectl', ...words.map((word) => `'${word}'`)].join(' '));
      expect(typeof done.stdout).toBe('string');
      expect(done.stdout.length + done.stderr.length).toBeLessThan(60_000);
    }
    expect(Object.keys({})).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('patches', () => {
  const patched = (patch: string, how: string) => {
    const desk = type(deskWith([{ path: 'a.yaml', text: pod() }]), 'kubectl apply -f a.yaml').desk;
    return type(desk, `kubectl patch pod p --type=${how} -p '${patch}'`);
  };

  it.each([
    ['{"__proto__":{"polluted":1}}', 'merge'],
    ['{"metadata":{"__proto__":{"polluted":1}}}', 'strategic'],
    ['{"constructor":{"prototype":{"polluted":1}}}', 'merge'],
    ['[{"op":"add","path":"/__proto__/polluted","value":1}]', 'json'],
    ['[{"op":"add","path":"/constructor/prototype/polluted","value":1}]', 'json'],
    ['[{"op":"copy","from":"/__proto__","path":"/metadata/labels"}]', 'json'],
  ])('%s (%s) leave every other object as it was', (patch, how) => {
    const { exit, stderr } = patched(patch, how);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect([exit === 0, stderr]).toEqual([exit === 0, exit === 0 ? '' : stderr]);
  });

  it.each([
    ['[{"op":"replace","path":"/spec/nada","value":1}]', 'json', 'missing value'],
    ['[{"op":"test","path":"/metadata/name","value":"x"}]', 'json', 'testing path /metadata/name failed'],
    ['{"a":1}', 'json', 'cannot unmarshal object'],
    ['[1]', 'merge', 'cannot unmarshal array'],
    ['{', 'merge', 'unable to parse'],
    ['null', 'merge', 'unable to parse'],
  ])('%s (%s) is refused', (patch, how, why) => {
    const { exit, stderr } = patched(patch, how);
    expect(exit).toBe(1);
    expect(stderr).toContain(why);
  });

  it('that copy themselves again and again come to an end', () => {
    const operations = Array.from(
      { length: 40 },
      () => '{"op":"copy","from":"/metadata","path":"/metadata/labels"}',
    ).join(',');
    const started = Date.now();
    const done = patched(`[${operations}]`, 'json');
    expect(done.exit).toBe(1);
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

describe('work is bounded', () => {
  const quick = (act: () => unknown, most = 8000) => {
    const started = Date.now();
    act();
    expect(Date.now() - started).toBeLessThan(most);
  };

  const templates = [
    '{..*}',
    `{${'..*'.repeat(40)}}`,
    `${'{range .items[*]}'.repeat(60)}x${'{end}'.repeat(60)}`,
    `{.items[?(@.a==${'['.repeat(500)})]}`,
    '{'.repeat(3000),
    `{.items[${'*,'.repeat(3000)}0]}`,
    'x'.repeat(30_000),
    '{range .items[*]}',
    '{end}',
    '{.items[?(@.metadata.name=~"(a+)+$")]}',
  ];
  it.each(few(templates, 3))('for the template %.30s', (template) => {
    const { desk } = type(deskWith(), 'kubectl create deployment web --image=nginx --replicas=20');
    quick(() => type(desk, `kubectl get pods,deploy,ns -A -o 'jsonpath=${template}'`));
    quick(() => type(desk, `kubectl get pods,deploy,ns -A -o 'custom-columns=A:${template}'`));
    quick(() =>
      type(desk, `kubectl get pods -o 'go-template=${template.replaceAll('{', '{{').replaceAll('}', '}}')}'`),
    );
  });

  it('for aliases that multiply and that hold themselves', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
      .join('\n')}\n`;
    quick(() => expect(applied(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\n${bomb}`).exit).toBe(1));
    quick(() =>
      expect(applied('apiVersion: v1\nkind: ConfigMap\nmetadata: &m { name: x, labels: *m }\n').exit).toBe(1),
    );
    quick(() =>
      expect(
        applied(`apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)
          .exit,
      ).toBe(1),
    );
  });

  thorough('for a replica count that is a slip', () => {
    const { desk } = type(deskWith(), 'kubectl create deployment web --image=nginx');
    quick(() => {
      const scaled = type(desk, 'kubectl scale deploy web --replicas=999999999').desk;
      type(scaled, 'kubectl get pods');
    }, 30_000);
  });

  it('for what never comes', () => {
    const { desk } = type(deskWith(), 'kubectl create deployment web --image=ngnix');
    quick(() => expect(type(desk, 'kubectl rollout status deploy/web').exit).toBe(1));
    quick(() => expect(type(desk, 'kubectl wait --for=condition=Available deploy/web --timeout=87600h').exit).toBe(1));
    quick(() => expect(type(desk, 'kubectl get pods -w').stays).toEqual({ kind: 'watch' }));
  }, 30_000);
});
